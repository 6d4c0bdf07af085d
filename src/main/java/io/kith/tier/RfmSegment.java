package io.kith.tier;

/** The eight groups of lately or not, often or not, much or not; and those who never paid. */
public enum RfmSegment {
    IMPORTANT_VALUE,
    IMPORTANT_DEVELOP,
    IMPORTANT_KEEP,
    IMPORTANT_WIN_BACK,
    ORDINARY_VALUE,
    ORDINARY_DEVELOP,
    ORDINARY_KEEP,
    ORDINARY_WIN_BACK,
    NEVER_PAID;

    static RfmSegment of(boolean lately, boolean often, boolean much) {
        return values()[(much ? 0 : 4) + (lately ? 0 : 2) + (often ? 0 : 1)];
    }
}
