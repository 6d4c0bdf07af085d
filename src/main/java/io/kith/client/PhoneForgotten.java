package io.kith.client;

/** A client's phone is no longer kept, in the transaction that is still open; what a search finds her by is to be made anew. */
public record PhoneForgotten(String clientId) {}
