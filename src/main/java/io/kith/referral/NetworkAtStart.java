package io.kith.referral;

import io.kith.graph.ChangeFeed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** Fills the projection before the first request, and shows its size, age and rebuild time as {@code kith.network.*}. */
@Component
@DependsOn("schema")
class NetworkAtStart implements InitializingBean {

    private final Referrals referrals;

    NetworkAtStart(Referrals referrals, Network network, ChangeFeed feed, Clock clock, MeterRegistry metrics) {
        this.referrals = referrals;
        Gauge.builder("kith.network.clients", network, it -> it.held().size())
                .description("Clients in the projection of the referral forest")
                .register(metrics);
        Gauge.builder("kith.network.links", network, it -> it.held().links())
                .description("Credited links in the projection")
                .register(metrics);
        Gauge.builder("kith.network.changes", network, it -> it.held().changes())
                .description("Clients written to since the projection was last compacted")
                .register(metrics);
        TimeGauge.builder("kith.network.age", network, TimeUnit.MILLISECONDS, it -> age(it, clock))
                .description("Time since the projection was last built or compacted")
                .register(metrics);
        TimeGauge.builder(
                        "kith.network.rebuild",
                        network,
                        TimeUnit.MICROSECONDS,
                        it -> it.buildTime().toNanos() / 1e3)
                .description("How long the last build of the projection took")
                .register(metrics);
        TimeGauge.builder(
                        "kith.network.staleness",
                        feed,
                        TimeUnit.MILLISECONDS,
                        it -> it.staleness().toNanos() / 1e6)
                .description("Time since all that other processes had written was last read; 0 with the embedded store")
                .register(metrics);
    }

    @Override
    public void afterPropertiesSet() {
        referrals.rebuildNetwork();
    }

    private static double age(Network network, Clock clock) {
        return Duration.between(network.held().builtAt(), clock.instant()).toMillis();
    }
}
