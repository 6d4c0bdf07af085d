package io.kith.client;

/** What a client may agree to. */
public enum Purpose {
    /** That the phone a friend gave for her is kept; by a refusal it is forgotten. */
    STORE_FRIENDS_PHONE,
    /** That whoever brought her is told how she fares: that she came, and a coarse grade of how satisfied she is. */
    TELL_REFERRER,
    /** That she is ranked, and asked to bring friends; without an answer she is, by a refusal she is not. */
    MARKETING_PROFILE
}
