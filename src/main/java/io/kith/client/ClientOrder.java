package io.kith.client;

/** In which order clients are listed; equals follow in order of id. */
public enum ClientOrder {
    ID,
    NAME,
    /** Latest first; clients whose joining day is unknown are left out. */
    JOINED_ON,
    /** Highest first. */
    NET_REVENUE
}
