package io.kith.access;

/** What an account may see and do; the table {@code access/rules.txt} says it field by field. */
public enum Level {
    DIRECTOR,
    DOCTOR,
    CLIENT_SERVICE
}
