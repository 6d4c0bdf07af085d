package io.kith.integrity;

import io.kith.access.CurrentAccount;
import io.kith.client.Families;
import io.kith.client.FamilyDeclared;
import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import io.kith.reward.HoldLifted;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What was found about referrals, and what persons decided.
 *
 * <p>A finding punishes nobody: a HIGH one lets payouts wait until somebody approved it. It is known by its key, so that the
 * same thing found again changes nothing; with other evidence it is open again. Its steps are only ever added to.
 */
@Component
public class Findings {

    private static final int MOST_STEPS = 200;
    private static final int MOST_OF_REFERRAL = 20;
    private static final int LONGEST_REASON = 500;

    private final Graph graph;
    private final Once once;
    private final Families families;
    private final Clock clock;
    private final CurrentAccount current;
    private final ApplicationEventPublisher events;

    Findings(
            Graph graph,
            Once once,
            Families families,
            Clock clock,
            CurrentAccount current,
            ApplicationEventPublisher events) {
        this.graph = graph;
        this.once = once;
        this.families = families;
        this.clock = clock;
        this.current = current;
        this.events = events;
    }

    public Optional<Finding> byId(String id) {
        return graph.one("integrity/finding", Map.of("id", id), Findings::read);
    }

    /** The queue: the longest open first, one page. */
    public Connection<Finding> page(
            FindingState state, @Nullable FindingSeverity severity, @Nullable FindingKind kind, Paging paging) {
        var after = position(paging.after(), Instant.EPOCH);
        var parameters = new HashMap<String, Object>(after);
        parameters.put("state", state.name());
        parameters.put("severity", severity == null ? null : severity.name());
        parameters.put("kind", kind == null ? null : kind.name());
        parameters.put("limit", paging.oneMore());
        return page(graph.list("integrity/queue", parameters, Findings::read), paging);
    }

    /** Findings that concern a client, latest first, one page. */
    public Connection<Finding> of(String clientId, Paging paging) {
        var parameters = new HashMap<String, Object>(position(paging.after(), Instant.parse("9999-12-31T00:00:00Z")));
        parameters.put("clientId", clientId);
        parameters.put("limit", paging.oneMore());
        return page(graph.list("integrity/of-client", parameters, Findings::read), paging);
    }

    /** Findings about a referral, latest first, at most 20. */
    public List<Finding> about(String referralId) {
        var parameters = Map.of("referralId", referralId, "limit", MOST_OF_REFERRAL);
        return graph.list("integrity/about-referral", parameters, Findings::read);
    }

    /** What happened to a finding, earliest first. */
    public List<Finding.Step> steps(String id) {
        return graph.list("integrity/steps", Map.of("id", id, "limit", MOST_STEPS), Finding.Step::of);
    }

    /** Those of the referrals whose payouts wait for a person to look at a finding, or were turned down by one. */
    public Set<String> held(Collection<String> referralIds) {
        return new HashSet<>(graph.list(
                "integrity/held", Map.of("referralIds", List.copyOf(referralIds)), row -> row.text("referralId")));
    }

    /** Those of the clients who made or came by a referral that is held. */
    public Set<String> underReview(Collection<String> clientIds) {
        return new HashSet<>(graph.list(
                "integrity/under-review", Map.of("ids", List.copyOf(clientIds)), row -> row.text("clientId")));
    }

    /**
     * Decides a finding; an earlier decision is kept in its steps.
     *
     * @throws NotFound for an unknown finding
     * @throws Conflict where that is its state already
     */
    public Finding review(String id, FindingState verdict, String reason, @Nullable String idempotencyKey) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("The reason must have 1 to %d characters.".formatted(LONGEST_REASON));
        }
        var input = List.of(id, verdict, reason);
        return once.apply(idempotencyKey, "reviewFinding", input, Finding::id, this::known, () -> {
            graph.one("integrity/lock-finding", Map.of("id", id), row -> row.text("id"))
                    .orElseThrow(() -> NotFound.of("finding", id));
            if (known(id).state() == verdict) {
                throw new Conflict("The finding '%s' is %s already.".formatted(Shown.shortly(id), verdict));
            }
            step(List.of(id), verdict, reason);
            return known(id);
        });
    }

    /** Keeps what the checks say, in the current transaction; returns how many findings are new or open again. */
    int keep(List<Suspicion> suspicions) {
        if (suspicions.isEmpty()) {
            return 0;
        }
        var rows = suspicions.stream().map(Suspicion::row).toList();
        return graph.one(
                        "integrity/keep",
                        Map.of("rows", rows, "by", current.name(), "now", now()),
                        row -> row.count("opened"))
                .orElse(0);
    }

    /** What a family shares is nothing to wonder at. */
    @EventListener
    void onFamily(FamilyDeclared event) {
        var explained = new ArrayList<String>();
        graph.each("integrity/open-concerning", Map.of("clientIds", event.memberIds()), row -> {
            var concerned = row.texts("concerned");
            var kinship = families.among(concerned);
            if (concerned.stream().allMatch(id -> kinship.joins(id, concerned.get(0)))) {
                explained.add(row.text("id"));
            }
        });
        step(explained, FindingState.EXPLAINED, "family " + event.familyId());
    }

    private void step(List<String> ids, FindingState state, String reason) {
        if (!ids.isEmpty()) {
            var parameters =
                    Map.of("ids", ids, "state", state.name(), "reason", reason, "by", current.name(), "now", now());
            graph.run("integrity/step", parameters);
        }
        if (state == FindingState.APPROVED || state == FindingState.EXPLAINED) {
            lift(ids);
        }
    }

    /** Lets what waited be posted, unless another finding holds it too. */
    private void lift(List<String> ids) {
        var referralIds = graph.list("integrity/referrals-of", Map.of("ids", ids), row -> row.text("referralId"));
        var held = held(referralIds);
        referralIds.stream().filter(id -> !held.contains(id)).forEach(id -> events.publishEvent(new HoldLifted(id)));
    }

    private Finding known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("finding", id));
    }

    private static Finding read(Row row) {
        return Finding.of(row.row("finding"));
    }

    private static Connection<Finding> page(List<Finding> found, Paging paging) {
        return Connection.of(found, paging, finding -> finding.openedAt() + " " + finding.id(), null);
    }

    private static Map<String, Object> position(@Nullable String after, Instant start) {
        var parts = after == null ? new String[] {start.toString(), ""} : after.split(" ", 2);
        try {
            return Map.of("afterAt", Instant.parse(parts[0]).atOffset(ZoneOffset.UTC), "afterId", parts[1]);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of findings.");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
