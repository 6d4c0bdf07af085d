package io.kith.tier;

import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recency, frequency and money of the latest tier run, as a second view beside the tiers. */
@Component
public class Rfms {

    private final TierRuns runs;
    private final TierReasons reasons;
    private volatile SoftReference<@Nullable Map<RfmBreaks, RfmView>> views = new SoftReference<>(null);

    Rfms(TierRuns runs, TierReasons reasons) {
        this.runs = runs;
        this.reasons = reasons;
    }

    /** Empty before the first run. */
    public Optional<RfmView> view(RfmBreaks breaks) {
        return runs.latest().map(run -> view(run, breaks));
    }

    /** Where a client stands; empty where the latest run did not place her. */
    public Optional<Rfm> of(String clientId, RfmBreaks breaks) {
        return view(breaks).map(view -> view.of(clientId));
    }

    private synchronized RfmView view(TierRun run, RfmBreaks breaks) {
        var known = views.get();
        var view = known == null ? null : known.get(breaks);
        if (view != null && view.run().id().equals(run.id())) {
            return view;
        }
        var made = new RfmView(run, reasons.inputs(run), breaks);
        var kept = new EnumMap<RfmBreaks, RfmView>(RfmBreaks.class);
        if (known != null) {
            kept.putAll(known);
        }
        kept.put(breaks, made);
        views = new SoftReference<>(kept);
        return made;
    }
}
