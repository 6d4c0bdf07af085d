package io.kith.access;

/** Something that tells about one client; who reads it is noted in the operation log. */
public interface Subject {

    String clientId();
}
