package io.kith.tier;

import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The versions of how tiers are decided: a new one is proposed, looked at, then signed; none is ever changed. */
@Component
public class TierRules {

    private static final int LONGEST_NOTE = 500;
    private static final double FINEST = 1e-6;

    private final Graph graph;
    private final Once once;
    private final Clock clock;
    private final Caller caller;

    TierRules(Graph graph, Once once, Clock clock, Caller caller) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
        this.caller = caller;
    }

    /** The rule in force; the first one is written when it is first asked for. */
    public TierRule current() {
        return graph.one("tier/rule-in-force", Map.of(), TierRule::of).orElseGet(this::seed);
    }

    public Optional<TierRule> version(int version) {
        return graph.one("tier/rule", Map.of("version", version), TierRule::of);
    }

    /** All versions, latest first, one page. */
    public Connection<TierRule> page(Paging paging) {
        current();
        var parameters = Map.of("before", Numbers.before(paging.after()), "limit", paging.oneMore());
        var found = graph.list("tier/rules", parameters, TierRule::of);
        return Connection.of(found, paging, rule -> String.valueOf(rule.version()), null);
    }

    /**
     * A rule as it would be, without writing it.
     *
     * @throws InvalidInput for a number out of its range, weights that do not add up to 1 or shares that do not to 100
     */
    public TierRule drafted(NewTierRule proposed) {
        var rule = proposed.over(current());
        check(rule);
        return rule;
    }

    /**
     * Writes the next version, which counts for nothing until it is signed.
     *
     * @throws InvalidInput as {@link #drafted}
     */
    public TierRule propose(NewTierRule proposed, @Nullable String idempotencyKey) {
        var rule = drafted(proposed);
        return once.apply(
                idempotencyKey,
                "proposeTierRule",
                proposed,
                written -> String.valueOf(written.version()),
                version -> version(Integer.parseInt(version)).orElseThrow(),
                () -> add(rule));
    }

    /**
     * Puts a version in force from the next run on.
     *
     * @throws Conflict where a later one is in force
     */
    public TierRule sign(int version, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "signTierRule",
                version,
                rule -> String.valueOf(rule.version()),
                known -> version(Integer.parseInt(known)).orElseThrow(),
                () -> putInForce(version));
    }

    private TierRule putInForce(int version) {
        if (current().version() > version) {
            throw new Conflict("Version %d is older than the one in force; propose its numbers as a new version."
                    .formatted(version));
        }
        var parameters =
                Map.of("version", version, "now", clock.instant().atOffset(ZoneOffset.UTC), "signedBy", caller.name());
        return graph.one("tier/sign-rule", parameters, TierRule::of)
                .orElseThrow(() -> NotFound.of("version of the tier rule", String.valueOf(version)));
    }

    private TierRule seed() {
        var first = TierRule.initial(clock.instant());
        return graph.write(
                () -> graph.one("tier/seed-rule", Map.of("version", 1, "rule", properties(first)), TierRule::of)
                        .orElseThrow());
    }

    private TierRule add(TierRule rule) {
        try {
            return graph.one("tier/propose-rule", Map.of("rule", properties(rule)), TierRule::of)
                    .orElseThrow();
        } catch (DataIntegrityViolationException another) {
            throw new Conflict("Another version was proposed at this moment; look at it, then propose again.");
        }
    }

    private Map<String, Object> properties(TierRule rule) {
        var properties = new HashMap<String, Object>();
        properties.put("tenureWeight", rule.weights().tenure());
        properties.put("netSpendWeight", rule.weights().netSpend());
        properties.put("paidVisitsWeight", rule.weights().paidVisits());
        properties.put("frequencyWeight", rule.weights().frequency());
        properties.put("treatmentsWeight", rule.weights().treatments());
        properties.put("referralsWeight", rule.weights().referrals());
        properties.put("activitiesWeight", rule.weights().activities());
        properties.put("feedbackWeight", rule.weights().feedback());
        properties.put("creditWeight", rule.weights().credit());
        properties.put("influenceWeight", rule.weights().influence());
        properties.put("prospectsWeight", rule.weights().prospects());
        properties.put("vipShare", rule.shares().vip());
        properties.put("mainShare", rule.shares().main());
        properties.put("regularShare", rule.shares().regular());
        properties.put("generalShare", rule.shares().general());
        properties.put("minimumClients", rule.minimumClients());
        properties.put("hysteresis", rule.hysteresis());
        properties.put("periodDays", rule.periodDays());
        properties.put("growthDays", rule.growthDays());
        properties.put("convertedBonus", rule.convertedBonus());
        properties.put("contributionBonus", rule.contributionBonus());
        properties.put("feedbackElsewhere", rule.feedbackElsewhere());
        properties.put("potentialFrom", rule.potentialFrom());
        properties.put("note", rule.note());
        properties.put("createdBy", rule.version() == 1 ? rule.createdBy() : caller.name());
        properties.put("createdAt", clock.instant().atOffset(ZoneOffset.UTC));
        properties.put("signedBy", rule.signedBy());
        properties.put(
                "signedAt", rule.signedAt() == null ? null : rule.signedAt().atOffset(ZoneOffset.UTC));
        return properties;
    }

    private static void check(TierRule rule) {
        var weights = 0;
        for (var criterion : TierCriterion.values()) {
            checkDecimals("The weight of " + criterion, rule.weights().of(criterion), 0, 1, 4);
            weights += rule.weight(criterion);
        }
        if (weights != TierRule.WHOLE) {
            throw new InvalidInput(
                    "The weights add up to %s; they must add up to 1.".formatted((double) weights / TierRule.WHOLE));
        }
        var shares = 0L;
        for (var tier : Tier.values()) {
            checkDecimals("The share of " + tier, rule.shares().of(tier), 1, 97, 2);
            shares += Math.round(rule.shares().of(tier) * 100);
        }
        if (shares != TierRule.WHOLE) {
            throw new InvalidInput("The shares add up to %s; they must add up to 100.".formatted(shares / 100.0));
        }
        checkRange("minimumClients", rule.minimumClients(), 20, 1_000_000);
        checkDecimals("hysteresis", rule.hysteresis(), 0, narrowest(rule) / 2, 2);
        checkRange("periodDays", rule.periodDays(), 7, 3_660);
        checkRange("growthDays", rule.growthDays(), 7, 1_830);
        checkRange("convertedBonus", rule.convertedBonus(), 0, 100);
        checkRange("contributionBonus", rule.contributionBonus(), 0, 100);
        checkRange("feedbackElsewhere", rule.feedbackElsewhere(), 0, 1);
        checkDecimals("potentialFrom", rule.potentialFrom(), 0, 100, 2);
        if (rule.note() != null && rule.note().length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
    }

    /** With a wider hysteresis than half of it, nobody could enter and leave the smallest tier. */
    private static double narrowest(TierRule rule) {
        var narrowest = 100.0;
        for (var tier : Tier.values()) {
            narrowest = Math.min(narrowest, rule.shares().of(tier));
        }
        return narrowest;
    }

    private static void checkDecimals(String name, double value, double least, double most, int decimals) {
        checkRange(name, value, least, most);
        var scaled = value * Math.pow(10, decimals);
        if (Math.abs(scaled - Math.rint(scaled)) > FINEST) {
            throw new InvalidInput("%s is %s; it may have %d decimals.".formatted(name, value, decimals));
        }
    }

    private static void checkRange(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidInput("%s is %s; it must lie between %s and %s.".formatted(name, value, least, most));
        }
    }
}
