package io.kith.tier;

/** Ids in the order of their code points, as the store sorts them. */
final class CodePoints {

    private CodePoints() {}

    static int compare(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (var place = 0; place < shorter; place++) {
            var mine = one.charAt(place);
            var its = other.charAt(place);
            if (mine != its) {
                var beyond = Boolean.compare(Character.isSurrogate(mine), Character.isSurrogate(its));
                return beyond == 0 ? mine - its : beyond;
            }
        }
        return one.length() - other.length();
    }

    /** Where an id stands in a sorted array, -1 if it does not. */
    static int search(String[] sorted, String id) {
        var low = 0;
        var high = sorted.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = compare(sorted[middle], id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
