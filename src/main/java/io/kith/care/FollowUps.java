package io.kith.care;

import io.kith.care.Schedule.Treated;
import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import io.kith.practice.Practices;
import io.kith.visit.VisitRecorded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is to be done for clients after their visits: planned with the visit in one transaction, done with an outcome,
 * shown to the owner's manager when missed.
 *
 * <p>A step whose day was over before Kith heard of the visit is not planned: an import of old visits leaves no heap of
 * missed duties.
 */
@Component
public class FollowUps {

    private static final int BATCH = 1_000;
    private static final int MOST_STEPS = 20;
    private static final int LONGEST_NOTE = 2_000;
    private static final int FURTHEST_DAY = 3_650;

    private final Graph graph;
    private final Once once;
    private final Practices practices;
    private final Clinic clinic;
    private final Clock clock;

    FollowUps(Graph graph, Once once, Practices practices, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.once = once;
        this.practices = practices;
        this.clinic = clinic;
        this.clock = clock;
    }

    public Optional<FollowUp> byId(String id) {
        return graph.one("care/follow-up", Map.of("id", id), FollowUp::of);
    }

    /** A client's follow-ups, done or not, by when they are due, one page. */
    public Connection<FollowUp> of(String clientId, Paging paging) {
        var parameters = from(paging);
        parameters.put("clientId", clientId);
        return page("care/follow-ups-of-client", parameters, paging);
    }

    /**
     * Open follow-ups that are due by the end of a day, by when they became so, one page.
     *
     * @param day null for today
     * @param staffId only those of the clients she is accountable for; null for all
     * @param overdue true for the missed ones, false for those still in time, null for both
     */
    public Connection<FollowUp> due(
            @Nullable LocalDate day, @Nullable String staffId, @Nullable Boolean overdue, Paging paging) {
        var now = at(clock.instant());
        var last = day == null ? clinic.today(clock) : day;
        var parameters = from(paging);
        parameters.put("before", at(clinic.startOf(last.plusDays(1))));
        parameters.put("overdueBy", Boolean.TRUE.equals(overdue) ? now : null);
        parameters.put("notOverdueBy", Boolean.FALSE.equals(overdue) ? now : null);
        if (staffId == null) {
            return page("care/follow-ups-due", parameters, paging);
        }
        parameters.put("staffId", staffId);
        return page("care/follow-ups-of-staff", parameters, paging);
    }

    /** Missed follow-ups that a manager answers for: of owners who answer to her, to no manager, or of nobody's clients. */
    public Connection<FollowUp> missed(String managerId, Paging paging) {
        var parameters = from(paging);
        parameters.put("managerId", managerId);
        parameters.put("now", at(clock.instant()));
        return page("care/follow-ups-missed", parameters, paging);
    }

    /**
     * Marks a follow-up as done.
     *
     * @throws Conflict where it was done before
     */
    public FollowUp complete(
            String id,
            String staffId,
            FollowUp.Outcome outcome,
            @Nullable String note,
            @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "completeFollowUp",
                List.of(id, staffId, outcome, String.valueOf(note)),
                FollowUp::id,
                this::known,
                () -> finish(id, staffId, outcome, note));
    }

    /** The plans in force: that of all other categories first. */
    public List<FollowUpPlan> plans() {
        var plans = graph.list("care/plans", Map.of(), FollowUpPlan::of);
        if (plans.stream().anyMatch(plan -> plan.category() == null)) {
            return plans;
        }
        var all = new ArrayList<FollowUpPlan>();
        all.add(FollowUpPlan.DEFAULT);
        all.addAll(plans);
        return List.copyOf(all);
    }

    /** Sets the plan of a category, or of all others where it names none; what is planned already stays. */
    public FollowUpPlan setPlan(FollowUpPlan plan, @Nullable String idempotencyKey) {
        check(plan);
        return once.apply(idempotencyKey, "setFollowUpPlan", plan, set -> "plan", again -> plan, () -> write(plan));
    }

    private FollowUpPlan write(FollowUpPlan plan) {
        var parameters = new HashMap<String, Object>();
        parameters.put("category", plan.category() == null ? "" : plan.category());
        parameters.put("hours", plan.hours());
        parameters.put("days", plan.days());
        parameters.put("monthsBeforeEnd", plan.monthsBeforeEnd());
        return graph.one("care/set-plan", parameters, FollowUpPlan::of).orElseThrow();
    }

    /** Plans what visits of any origin still call for, a thousand visits a transaction; returns how many visits were looked at. */
    public int planAll() {
        var schedule = schedule();
        var longest = graph.one("care/longest-effect", Map.of(), row -> row.count("days"))
                .orElse(0);
        var afterAt = clinic.startOf(clinic.today(clock).minusDays(schedule.furthest(longest)));
        var afterId = "";
        var seen = 0;
        while (true) {
            var parameters = Map.of("afterAt", at(afterAt), "afterId", afterId, "limit", BATCH);
            var visits = graph.list("care/visits-since", parameters, Visited::of);
            if (visits.isEmpty()) {
                return seen;
            }
            graph.write(() -> plan(visits, schedule));
            seen += visits.size();
            var last = visits.get(visits.size() - 1);
            afterAt = last.at();
            afterId = last.visitId();
        }
    }

    @EventListener
    void plan(VisitRecorded visit) {
        var visits = graph.list("care/visits-to-follow", Map.of("visitIds", List.of(visit.visitId())), Visited::of);
        plan(visits, schedule());
    }

    private int plan(List<Visited> visits, Schedule schedule) {
        var now = clock.instant();
        var rows = new ArrayList<Map<String, Object>>();
        for (var visit : visits) {
            for (var step : schedule.steps(visit.at(), visit.treatments())) {
                if (now.isBefore(step.overdueAt())) {
                    rows.add(Map.of(
                            "id", visit.visitId() + " " + step.name(),
                            "visitId", visit.visitId(),
                            "step", step.name(),
                            "dueAt", at(step.dueAt()),
                            "overdueAt", at(step.overdueAt())));
                }
            }
        }
        if (rows.isEmpty()) {
            return 0;
        }
        return graph.one("care/plan-follow-ups", Map.of("rows", rows), row -> row.count("planned"))
                .orElse(0);
    }

    private FollowUp finish(String id, String staffId, FollowUp.Outcome outcome, @Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
        practices.staffMember(staffId).orElseThrow(() -> NotFound.of("staff member", staffId));
        var parameters = new HashMap<String, Object>();
        parameters.put("id", id);
        parameters.put("staffId", staffId);
        parameters.put("outcome", outcome.name());
        parameters.put("note", note);
        parameters.put("now", at(clock.instant()));
        var before = graph.one("care/complete-follow-up", parameters, row -> row.text("before"))
                .orElseThrow(() -> NotFound.of("follow-up", id));
        if (before.equals("DONE")) {
            throw new Conflict("The follow-up '%s' was done before.".formatted(Shown.shortly(id)));
        }
        return known(id);
    }

    private FollowUp known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("follow-up", id));
    }

    private Schedule schedule() {
        return Schedule.of(plans(), clinic.zone());
    }

    private static void check(FollowUpPlan plan) {
        if (plan.hours().size() + plan.days().size() > MOST_STEPS) {
            throw new InvalidInput("A plan has at most %d steps.".formatted(MOST_STEPS));
        }
        if (plan.category() != null
                && (plan.category().isBlank() || plan.category().length() > 64)) {
            throw new InvalidInput("category must have 1 to 64 characters.");
        }
        plan.hours().forEach(hours -> checkRange("hours", hours, FURTHEST_DAY * 24));
        plan.days().forEach(days -> checkRange("days", days, FURTHEST_DAY));
        if (plan.monthsBeforeEnd() != null) {
            checkRange("monthsBeforeEffectEnds", plan.monthsBeforeEnd(), FURTHEST_DAY / 30);
        }
    }

    private static void checkRange(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidInput("%s is %d; it must lie between 1 and %d.".formatted(field, value, most));
        }
    }

    private Connection<FollowUp> page(String statement, Map<String, Object> parameters, Paging paging) {
        var found = graph.list(statement, parameters, FollowUp::of);
        return Connection.of(found, paging, followUp -> followUp.dueAt() + " " + followUp.id(), null);
    }

    private static Map<String, Object> from(Paging paging) {
        var after = TimeCursor.of(paging.after(), Instant.parse("1900-01-01T00:00:00Z"));
        var parameters = new HashMap<String, Object>();
        parameters.put("afterAt", at(after.at()));
        parameters.put("afterId", after.id());
        parameters.put("limit", paging.oneMore());
        return parameters;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Visited(String visitId, Instant at, List<Treated> treatments) {

        static Visited of(Row row) {
            return new Visited(
                    row.text("visitId"),
                    row.instant("at"),
                    row.rows(
                            "treatments",
                            treated -> new Treated(treated.textOrNull("category"), treated.countOrNull("effectDays"))));
        }
    }
}
