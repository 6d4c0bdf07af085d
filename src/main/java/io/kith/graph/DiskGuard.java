package io.kith.graph;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Refuses writes while the store's disk is nearly full, and says so to whoever asks whether Kith is ready. An embedded Neo4j
 * that meets a full disk in the middle of a commit is dead until it is started again, so it had better never meet one.
 */
@Component("disk")
class DiskGuard implements HealthIndicator {

    private final Disk disk;
    private final int leastFree;

    DiskGuard(Disk disk, StoreSettings settings) {
        this.disk = disk;
        this.leastFree = settings.leastFree();
    }

    /** @throws DiskFull while less is free than {@code kith.store.least-free} */
    void refuseIfFull() {
        if (isFull()) {
            throw new DiskFull(leastFree);
        }
    }

    @Override
    public Health health() {
        var health = isFull() ? Health.down() : Health.up();
        return health.withDetail("free", disk.free())
                .withDetail("size", disk.size())
                .withDetail("leastFree", leastFree + " %")
                .build();
    }

    private boolean isFull() {
        return disk.free() / 100.0 < disk.size() / 10_000.0 * leastFree;
    }
}
