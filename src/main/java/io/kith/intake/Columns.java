package io.kith.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one file of the layout.
 *
 * @param names in the order they are written
 * @param needed those without which the file cannot be read
 */
record Columns(List<String> names, Set<String> needed) {

    /** The columns named in a line such as {@code "id! name role!"}, where a mark says that the column is needed. */
    static Columns of(String line) {
        var names = new ArrayList<String>();
        var needed = new HashSet<String>();
        for (var word : line.split(" ")) {
            var name = word.replace("!", "");
            names.add(name);
            if (word.endsWith("!")) {
                needed.add(name);
            }
        }
        return new Columns(List.copyOf(names), Set.copyOf(needed));
    }

    /** The column a header cell means, whatever its case, spaces, underscores and width; null if it is none of ours. */
    @Nullable
    String meant(String header) {
        var plain = plain(header);
        for (var name : names) {
            if (plain(name).equals(plain)) {
                return name;
            }
        }
        return null;
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-\\p{Cf}]", "");
    }
}
