package io.kith.intake;

/** Why a row was rejected, or kept with a remark; stable, so that programs can read {@code rejects.csv}. */
enum RejectCode {
    BAD_ENCODING,
    BAD_CHARACTER,
    BAD_QUOTES,
    TOO_LONG,
    CELL_COUNT,
    MISSING,
    INVALID_DATE,
    FUTURE_DATE,
    INVALID_AMOUNT,
    INVALID_VALUE,
    UNKNOWN_ID,
    DUPLICATE_ID,
    CONFLICT,
    SELF_REFERRAL,
    SELF_TIE,
    /** Kept as an event without credit: its link would close a cycle. */
    CYCLE,
    /** Kept as an event without credit: another referral holds the friend's one link. */
    SECOND_REFERRER,
    /** Kept: dated after the friend's own first visit. */
    LATE_CLAIM
}
