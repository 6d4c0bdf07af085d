package io.kith.referral;

import static java.util.Objects.requireNonNull;

import io.kith.graph.ChangeReader;
import io.kith.graph.Changes;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Counts what becomes of referrals as {@code kith.referrals}, and tells it to whoever watches, once it is in the store. */
@Component
class ReferralEvents implements ChangeReader {

    private static final int FURTHEST_BEHIND = 1_000;
    private static final String TOPIC = "referral";

    private final Graph graph;
    private final Changes changes;
    private final Clock clock;
    private final Map<ReferralEventKind, Counter> counters = new EnumMap<>(ReferralEventKind.class);
    private final Sinks.Many<ReferralEvent> told = Sinks.many().multicast().directBestEffort();

    ReferralEvents(Graph graph, Changes changes, Clock clock, MeterRegistry metrics) {
        this.graph = graph;
        this.changes = changes;
        this.clock = clock;
        Gauge.builder("kith.referrals.watchers", told, Sinks.Many::currentSubscriberCount)
                .description("Who watches what becomes of referrals")
                .register(metrics);
        for (var kind : ReferralEventKind.values()) {
            counters.put(
                    kind,
                    Counter.builder("kith.referrals")
                            .description("What became of referrals")
                            .tag("event", kind.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
    }

    /**
     * What becomes of referrals from now on, in whichever process; a watcher who falls a thousand events behind is cut off.
     *
     * @param kinds all where null
     * @param clientId who brought or was brought; everybody where null
     */
    Flux<ReferralEvent> watch(@Nullable Collection<ReferralEventKind> kinds, @Nullable String clientId) {
        return told.asFlux()
                .filter(event -> kinds == null || kinds.contains(event.kind()))
                .filter(event -> clientId == null || event.concerns(clientId))
                .onBackpressureBuffer(FURTHEST_BEHIND)
                .publishOn(Schedulers.boundedElastic());
    }

    /** How many watch. */
    int watchers() {
        return told.currentSubscriberCount();
    }

    @EventListener
    void onRecorded(ReferralRecorded event) {
        var kind = event.afterTheSale() ? ReferralEventKind.CREDITED : ReferralEventKind.RECORDED;
        tell(kind, event.referralId(), event.referrerId(), event.referredId());
    }

    @EventListener
    void onConverted(ReferralConverted event) {
        tell(ReferralEventKind.CONVERTED, event.referralId(), event.referrerId(), event.referredId());
    }

    @EventListener
    void onRetracted(ReferralRetracted event) {
        tell(ReferralEventKind.RETRACTED, event.referralId(), event.referrerId(), event.referredId());
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(List<Row> news) {
        news.stream().map(ReferralEvent::of).forEach(this::emit);
    }

    /** What was not heard is past. */
    @Override
    public void missed() {}

    private void tell(ReferralEventKind kind, String referralId, String referrerId, String referredId) {
        var event = new ReferralEvent(kind, clock.instant(), referralId, referrerId, referredId);
        changes.tell(TOPIC, event.columns());
        graph.afterCommit(() -> {
            requireNonNull(counters.get(kind)).increment();
            emit(event);
        });
    }

    /** One at a time, as the sink wants it. */
    private synchronized void emit(ReferralEvent event) {
        told.tryEmitNext(event);
    }
}
