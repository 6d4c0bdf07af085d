package io.kith.integrity;

/** What may be wrong about a referral. */
public enum FindingKind {
    /** A client seems to have brought herself: the phone, or the birth date, and the name are the same. */
    SELF_REFERRAL,
    /** Clients linked by referral share a phone and are no family. */
    SHARED_PHONE,
    /** Clients are said to have brought each other, directly or round a loop. */
    RECIPROCAL,
    /** One client brought many within a few days. */
    BURST,
    /** The friend had paid at the clinic before the day she is said to have been brought. */
    AFTER_FIRST_PAID_VISIT,
    /** The referrer or the friend is a member of staff or of her household. */
    STAFF_LINK
}
