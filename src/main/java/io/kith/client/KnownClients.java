package io.kith.client;

/** Tells without asking the store whether a client exists; told of every write of this process before its caller goes on. */
@FunctionalInterface
public interface KnownClients {

    boolean contains(String id);
}
