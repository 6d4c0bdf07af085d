package io.kith.visit;

import io.kith.graph.Graph;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts visits and refunds that are in the store as {@code kith.visits}. */
@Component
class VisitCounts {

    private final Graph graph;
    private final Counter recorded;
    private final Counter refunded;

    VisitCounts(Graph graph, MeterRegistry metrics) {
        this.graph = graph;
        this.recorded = counter("recorded", metrics);
        this.refunded = counter("refunded", metrics);
    }

    @EventListener
    void onVisit(VisitRecorded event) {
        graph.afterCommit(recorded::increment);
    }

    @EventListener
    void onRefund(VisitRefunded event) {
        graph.afterCommit(refunded::increment);
    }

    private static Counter counter(String event, MeterRegistry metrics) {
        return Counter.builder("kith.visits")
                .description("Visits recorded and refunds given")
                .tag("event", event)
                .register(metrics);
    }
}
