package io.kith.graph;

/** The disk that Kith writes to. */
interface Disk {

    /** Bytes that Kith may still write. */
    long free();

    /** Bytes there are in all; 0 where the system does not tell. */
    long size();
}
