package io.kith.influence;

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

/** The versions of how influence is scored: a new one is proposed, looked at, then adopted; none is ever changed. */
@Component
public class InfluenceRules {

    private static final double WEIGHTS_MAY_MISS = 1e-9;
    private static final int LONGEST_NOTE = 500;

    private final Graph graph;
    private final Once once;
    private final Clock clock;
    private final Caller caller;

    InfluenceRules(Graph graph, Once once, Clock clock, Caller caller) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
        this.caller = caller;
    }

    /** The rule in force; the first one is written when it is first asked for. */
    public InfluenceRule current() {
        return graph.one("influence/adopted-rule", Map.of(), InfluenceRule::of).orElseGet(this::seed);
    }

    public Optional<InfluenceRule> version(int version) {
        return graph.one("influence/rule", Map.of("version", version), InfluenceRule::of);
    }

    /** All versions, latest first, one page. */
    public Connection<InfluenceRule> page(Paging paging) {
        current();
        var parameters = Map.of("before", before(paging.after()), "limit", paging.oneMore());
        var found = graph.list("influence/rules", parameters, InfluenceRule::of);
        return Connection.of(found, paging, rule -> String.valueOf(rule.version()), null);
    }

    /**
     * Writes the next version, which counts for nothing until it is adopted.
     *
     * @throws InvalidInput for a number out of its range or weights that do not add up to 1
     */
    public InfluenceRule propose(NewInfluenceRule proposed, @Nullable String idempotencyKey) {
        var rule = proposed.over(current());
        check(rule);
        return once.apply(
                idempotencyKey,
                "proposeInfluenceRule",
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
    public InfluenceRule adopt(int version, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "adoptInfluenceRule",
                version,
                rule -> String.valueOf(rule.version()),
                known -> version(Integer.parseInt(known)).orElseThrow(),
                () -> putInForce(version));
    }

    private InfluenceRule putInForce(int version) {
        if (current().version() > version) {
            throw new Conflict("Version %d is older than the one in force; propose its numbers as a new version."
                    .formatted(version));
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return graph.one("influence/adopt-rule", Map.of("version", version, "now", now), InfluenceRule::of)
                .orElseThrow(() -> NotFound.of("version of the influence rule", String.valueOf(version)));
    }

    private InfluenceRule seed() {
        var first = InfluenceRule.initial(clock.instant());
        return graph.write(() -> graph.one(
                        "influence/seed-rule", Map.of("version", 1, "rule", properties(first)), InfluenceRule::of)
                .orElseThrow());
    }

    private InfluenceRule add(InfluenceRule rule) {
        try {
            return graph.one("influence/propose-rule", Map.of("rule", properties(rule)), InfluenceRule::of)
                    .orElseThrow();
        } catch (DataIntegrityViolationException another) {
            throw new Conflict("Another version was proposed at this moment; look at it, then propose again.");
        }
    }

    private Map<String, Object> properties(InfluenceRule rule) {
        var properties = new HashMap<String, Object>();
        properties.put("gamma", rule.gamma());
        properties.put("z", rule.z());
        properties.put("damping", rule.damping());
        properties.put("downstreamValue", rule.weights().downstreamValue());
        properties.put("convertedReferrals", rule.weights().convertedReferrals());
        properties.put("conversion", rule.weights().conversion());
        properties.put("pageRank", rule.weights().pageRank());
        properties.put("referredWeight", rule.ties().referred());
        properties.put("tiedWeight", rule.ties().tied());
        properties.put("attendedWeight", rule.ties().attended());
        properties.put("largestActivity", rule.ties().largestActivity());
        properties.put("note", rule.note());
        properties.put("createdBy", rule.version() == 1 ? rule.createdBy() : caller.name());
        properties.put("createdAt", clock.instant().atOffset(ZoneOffset.UTC));
        properties.put(
                "adoptedAt", rule.adoptedAt() == null ? null : rule.adoptedAt().atOffset(ZoneOffset.UTC));
        return properties;
    }

    private static void check(InfluenceRule rule) {
        checkRange("gamma", rule.gamma(), 0.01, 1);
        checkRange("z", rule.z(), 0, 5);
        checkRange("damping", rule.damping(), 0.01, 0.99);
        for (var component : InfluenceComponentName.values()) {
            checkRange("The weight of " + component, rule.weights().of(component), 0, 1);
        }
        if (Math.abs(rule.weights().sum() - 1) > WEIGHTS_MAY_MISS) {
            throw new InvalidInput("The weights add up to %s; they must add up to 1."
                    .formatted(rule.weights().sum()));
        }
        checkRange("The weight of REFERRED", rule.ties().referred(), 0, 100);
        checkRange("The weight of TIED", rule.ties().tied(), 0, 100);
        checkRange("The weight of ATTENDED", rule.ties().attended(), 0, 100);
        checkRange("largestActivity", rule.ties().largestActivity(), 2, 1_000);
        if (rule.note() != null && rule.note().length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
    }

    private static void checkRange(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new InvalidInput("%s is %s; it must lie between %s and %s.".formatted(name, value, least, most));
        }
    }

    private static int before(@Nullable String after) {
        try {
            return after == null ? Integer.MAX_VALUE : Integer.parseInt(after);
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of rules.");
        }
    }
}
