package io.kith.tier;

import io.kith.edge.Clinic;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What decisions rest on: the inputs kept with a run, looked at anew to explain, to replay and to try a rule out. */
@Component
public class TierReasons {

    private static final int MOST_SHOWN = 200;

    /** A run's inputs, and what the next run would make of them under the same rule. */
    private record Looked(TierRun run, Inputs inputs, Placement next) {}

    private final TierRuns runs;
    private final TierBatches batches;
    private final Clinic clinic;
    private volatile SoftReference<@Nullable Looked> latest = new SoftReference<>(null);

    TierReasons(TierRuns runs, TierBatches batches, Clinic clinic) {
        this.runs = runs;
        this.batches = batches;
        this.clinic = clinic;
    }

    /** What a decision was made from; the points add up to its score. */
    public List<TierCriterionScore> criteria(TierDecision decision) {
        var inputs = inputs(decision.run());
        return criteria(inputs, decision.rule(), inputs.row(decision.clientId()));
    }

    /** Why a client has her tier; empty where the latest run did not place her. */
    public Optional<TierExplanation> explanation(String clientId) {
        return runs.latest()
                .flatMap(run -> batches.decision(run, clientId))
                .map(decision -> explanation(decision, looked(decision.run())));
    }

    /** Decides a run again from what is kept, and compares every decision; empty for an id no complete run has. */
    public Optional<TierReplay> replay(String runId) {
        return runs.byId(runId).map(this::replay);
    }

    /**
     * What a rule would change.
     *
     * @throws TooFewClients where there are fewer than it asks for
     */
    public TierPreview preview(TierRule rule) {
        var standing = runs.current().orElse(null);
        if (standing == null) {
            var nobody = new Inputs(new String[0], new long[Input.values().length][0]);
            var nothing = Placement.of(nobody, rule, new Tier[0]);
            return new TierPreview(null, nobody, nothing, nothing, List.of());
        }
        if (standing.size() < rule.minimumClients()) {
            throw new TooFewClients(standing.size(), rule.minimumClients());
        }
        var looked = looked(standing.run());
        var after = Placement.of(looked.inputs(), rule, standing.tiersOf(looked.inputs()));
        return new TierPreview(
                looked.run().asOf(),
                looked.inputs(),
                looked.next(),
                after,
                notRead(looked.run().rule(), rule));
    }

    /** The inputs of a run. */
    Inputs inputs(TierRun run) {
        var isLatest = runs.latest().map(TierRun::number).orElse(0) == run.number();
        return isLatest ? looked(run).inputs() : batches.inputs(run.id());
    }

    private Looked looked(TierRun run) {
        var known = latest.get();
        if (known != null && known.run().id().equals(run.id())) {
            return known;
        }
        var inputs = batches.inputs(run.id());
        var tiers = runs.current()
                .filter(standing -> standing.run().number() == run.number())
                .map(standing -> standing.tiersOf(inputs))
                .orElseGet(() -> batches.decided(run.id()).tiers().toArray(Tier[]::new));
        var made = new Looked(run, inputs, Placement.of(inputs, run.rule(), tiers));
        latest = new SoftReference<>(made);
        return made;
    }

    private TierExplanation explanation(TierDecision decision, Looked looked) {
        var rule = decision.rule();
        var row = looked.inputs().row(decision.clientId());
        var lifts = new Lifts(looked.inputs(), rule, looked.next(), row);
        var reasons = new ArrayList<TierExplanation.Reason>();
        for (var score : criteria(looked.inputs(), rule, row)) {
            var lift = lifts.by(score.name())
                    .map(found -> lift(score, found, looked.inputs().size()))
                    .orElse(null);
            reasons.add(TierExplanation.Reason.of(score, lift));
        }
        var cutOffs = Arrays.stream(Tier.values())
                .map(tier -> cutOff(tier, rule, looked.next()))
                .toList();
        return new TierExplanation(decision, cutOffs, reasons);
    }

    private TierExplanation.Lift lift(TierCriterionScore score, Lifts.Found found, int count) {
        var raw = shown(score.name(), found.raw());
        return new TierExplanation.Lift(
                found.to(),
                shown(score.name(), found.raw() - Math.round(score.raw() * unit(score.name()))),
                shown(score.name(), 1),
                raw,
                Ranks.percentile(found.below(), count),
                Placement.shown(found.score(), count));
    }

    private static TierExplanation.CutOff cutOff(Tier tier, TierRule rule, Placement placement) {
        var lowest = placement.lowest(tier);
        return new TierExplanation.CutOff(
                tier,
                rule.cut(tier) / 100.0,
                tier == Tier.GENERAL ? 0 : rule.toEnter(tier) / 100.0,
                rule.toKeep(tier) / 100.0,
                lowest == null ? null : Double.valueOf(Placement.shown(lowest, placement.size())));
    }

    private List<TierCriterionScore> criteria(Inputs inputs, TierRule rule, int row) {
        var scores = new ArrayList<TierCriterionScore>();
        for (var criterion : TierCriterion.values()) {
            var weight = rule.weights().of(criterion);
            if (weight > 0) {
                var raw = criterion.raw(inputs, rule, row);
                var percentile = Ranks.percentile(below(criterion.raw(inputs, rule), raw), inputs.size());
                scores.add(new TierCriterionScore(
                        criterion,
                        shown(criterion, raw),
                        criterion.unit(rule, clinic.currency().getCurrencyCode()),
                        criterion.parts().stream()
                                .map(part -> new TierCriterionScore.Part(part.property(), inputs.get(part, row)))
                                .toList(),
                        percentile,
                        weight,
                        weight * percentile));
            }
        }
        return scores;
    }

    private TierReplay replay(TierRun run) {
        var inputs = batches.inputs(run.id());
        var kept = batches.decided(run.id());
        var again = Placement.of(inputs, run.rule(), kept.previous().toArray(Tier[]::new));
        var hashes = new Hashes(run.rule(), run.asOf(), run.influenceAsOf());
        var differing = new ArrayList<String>();
        for (var row = 0; row < inputs.size(); row++) {
            var hash = hashes.inputs(inputs, row, kept.previous().get(row));
            hashes.add(hash, again, row);
            if (!agrees(kept, again, row, hash, run.number())) {
                differing.add(inputs.id(row));
            }
        }
        return new TierReplay(
                run,
                hashes.whole(),
                inputs.size(),
                differing.size(),
                List.copyOf(differing.subList(0, Math.min(MOST_SHOWN, differing.size()))));
    }

    private static boolean agrees(TierBatches.Decided kept, Placement again, int row, String hash, int number) {
        var stayed = again.tier(row) == kept.previous().get(row);
        return kept.hashes().get(row).equals(hash)
                && kept.tiers().get(row) == again.tier(row)
                && kept.scores().get(row) == again.score(row)
                && kept.below().get(row) == again.below(row)
                && kept.places().get(row) == again.place(row)
                && kept.potential().get(row) == again.isPotential(row)
                && kept.held().get(row) == again.isHeld(row)
                && (stayed ? kept.since().get(row) < number : kept.since().get(row) == number);
    }

    private static List<String> notRead(TierRule read, TierRule proposed) {
        var names = new ArrayList<String>();
        if (read.periodDays() != proposed.periodDays()) {
            names.add("periodDays");
        }
        if (read.growthDays() != proposed.growthDays()) {
            names.add("growthDays");
        }
        return names;
    }

    private static int below(long[] values, long value) {
        var below = 0;
        for (var other : values) {
            below += other < value ? 1 : 0;
        }
        return below;
    }

    private double shown(TierCriterion criterion, long value) {
        return value / unit(criterion);
    }

    /** How many whole numbers make one of the unit shown. */
    private double unit(TierCriterion criterion) {
        return criterion.isMoney()
                ? Math.pow(10, clinic.currency().getDefaultFractionDigits())
                : (double) criterion.scale();
    }
}
