package io.kith.referral;

import io.kith.client.KnownClients;
import io.kith.graph.ChangeFeed;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projection of the referral forest and the one thread that keeps it compact. */
@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService networkCompaction() {
        return Executors.newSingleThreadExecutor(work -> {
            var thread = new Thread(work, "network-compaction");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    Network network(
            ExecutorService networkCompaction,
            Clock clock,
            @Value("${kith.network.compact-at:512}") int compactAt,
            ChangeFeed feed) {
        return new Network(networkCompaction, clock, compactAt, feed::awaitFresh);
    }

    @Bean
    KnownClients knownClients(Network network) {
        return id -> network.snapshot().contains(id);
    }
}
