package io.kith.graph;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The disk of a run: as good as empty, until a test fills it. */
@TestComponent
@Primary
public class TestDisk implements Disk {

    private static final long SIZE = 1L << 40;

    private volatile double free = 1;

    /** Leaves so much free, as a part of the whole. */
    void leave(double part) {
        free = part;
    }

    void reset() {
        free = 1;
    }

    @Override
    public long free() {
        return (long) (SIZE * free);
    }

    @Override
    public long size() {
        return SIZE;
    }
}
