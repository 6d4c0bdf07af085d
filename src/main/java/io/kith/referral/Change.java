package io.kith.referral;

/** What a client is now, where that differs from the base, or a client who is not in the base; parent -1 for nobody. */
record Change(int number, String id, int parent, long netRevenue, boolean converted, long version) {

    Change under(int newParent) {
        return new Change(number, id, newParent, netRevenue, converted, version);
    }
}
