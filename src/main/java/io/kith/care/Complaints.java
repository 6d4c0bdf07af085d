package io.kith.care;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import io.kith.care.Feedback.Kind;
import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import io.kith.practice.Practices;
import io.kith.referral.Forest;
import io.kith.referral.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * What clients had to say, above all their complaints: two clocks, one handler, closed with the client's own word only.
 *
 * <p>The first staff member asked keeps the case until it is handed on.
 */
@Component
public class Complaints {

    private static final int MOST_OPEN = 5_000;
    private static final int MOST_STEPS = 200;
    private static final int MOST_AROUND = 100;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NOTE = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Graph graph;
    private final Once once;
    private final Network network;
    private final Practices practices;
    private final CareRules rules;
    private final Clinic clinic;
    private final Clock clock;

    Complaints(
            Graph graph, Once once, Network network, Practices practices, CareRules rules, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.once = once;
        this.network = network;
        this.practices = practices;
        this.rules = rules;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Feedback about to be recorded. */
    public record NewFeedback(
            @Nullable String id,
            String clientId,
            Kind kind,
            @Nullable String topic,
            Feedback.@Nullable Direction direction,
            int severity,
            @Nullable Instant openedAt,
            @Nullable String staffId,
            @Nullable String note) {}

    /** What was done about a piece of feedback. */
    public record Step(
            Instant at,
            What what,
            @Nullable String staffId,
            @Nullable String note) {

        /** Kinds of steps. */
        public enum What {
            OPENED,
            RESPONDED,
            SOLVED,
            REOPENED,
            HANDED_ON,
            CLOSED
        }

        static Step of(Row row) {
            return new Step(
                    row.instant("at"),
                    What.valueOf(row.text("what")),
                    row.textOrNull("staffId"),
                    row.textOrNull("note"));
        }
    }

    /** Somebody next to an aggrieved client, and what she and those below her are worth in minor units. */
    public record Neighbour(String clientId, List<String> relations, long worth) {}

    public Optional<Feedback> byId(String id) {
        return graph.one("care/feedback", Map.of("id", id), Feedback::of);
    }

    /** A client's feedback, latest first, one page. */
    public Connection<Feedback> of(String clientId, Paging paging) {
        var parameters = latestFirst(paging);
        parameters.put("clientId", clientId);
        var found = graph.list("care/feedback-of-client", parameters, Feedback::of);
        return Connection.of(found, paging, feedback -> feedback.openedAt() + " " + feedback.id(), null);
    }

    /** Open complaints, most pressing first; the oldest 5,000 are weighed. */
    public Connection<Complaint> open(Paging paging) {
        var now = clock.instant();
        var forest = network.snapshot().flat();
        var losses = Departures.losses(forest);
        var weighed = new ArrayList<Complaint>();
        graph.each("care/complaints-open", Map.of("limit", MOST_OPEN), row -> {
            var feedback = Feedback.of(row);
            weighed.add(Complaint.of(
                    feedback,
                    exposure(feedback.clientId(), row.texts("tiedIds"), forest, losses),
                    timeLeft(feedback, now)));
        });
        weighed.sort(comparingDouble(Complaint::priority)
                .reversed()
                .thenComparing(complaint -> complaint.feedback().openedAt())
                .thenComparing(complaint -> complaint.feedback().id()));
        return Ranked.page(weighed, complaint -> complaint.feedback().id(), paging);
    }

    /** Closed complaints, latest first; nothing presses them any more. */
    public Connection<Complaint> closed(Paging paging) {
        var found = graph.list(
                "care/complaints-closed", latestFirst(paging), row -> new Complaint(Feedback.of(row), 0, null, 0));
        return Connection.of(
                found,
                paging,
                complaint -> complaint.feedback().openedAt() + " "
                        + complaint.feedback().id(),
                null);
    }

    /** What was done about a piece of feedback, in order of time, the first 200 steps. */
    public List<Step> steps(String id) {
        return graph.list("care/feedback-steps", Map.of("id", id, "limit", MOST_STEPS), Step::of);
    }

    /** Who next to a client should hear from the clinic before they hear from her, most worth first. */
    public List<Neighbour> hearFirst(String clientId, int most) {
        var forest = network.snapshot().flat();
        var losses = Departures.losses(forest);
        return graph
                .list(
                        "care/around",
                        Map.of("clientId", clientId, "limit", MOST_AROUND),
                        row -> new Neighbour(
                                row.text("clientId"),
                                row.texts("relations").stream().sorted().toList(),
                                Math.round(worth(row.text("clientId"), forest, losses))))
                .stream()
                .sorted(comparingLong(Neighbour::worth).reversed().thenComparing(comparing(Neighbour::clientId)))
                .limit(most)
                .toList();
    }

    /**
     * Records feedback, once under an idempotency key.
     *
     * @throws NotFound for an unknown client or staff member
     * @throws DuplicateId when the id is taken
     */
    public Feedback record(NewFeedback said, @Nullable String idempotencyKey) {
        return once.apply(idempotencyKey, "recordFeedback", said, Feedback::id, this::known, () -> known(add(said)));
    }

    /** Notes that a staff member responded; the first response stops the first clock and, where nobody has it, takes the case. */
    public Feedback respond(String id, String staffId, @Nullable String note, @Nullable String idempotencyKey) {
        return advance("respondToFeedback", id, staffId, note, idempotencyKey, feedback -> {
            refuseClosed(feedback);
            var changes = new HashMap<String, Object>();
            if (feedback.firstResponseAt() == null) {
                changes.put("firstResponseAt", now());
            }
            if (feedback.handlerId() == null) {
                handle(id, staffId);
            }
            return new Advance(Step.What.RESPONDED, changes);
        });
    }

    /** Notes that a solution was given; that stops both clocks. */
    public Feedback solve(String id, String staffId, @Nullable String note, @Nullable String idempotencyKey) {
        return advance("solveFeedback", id, staffId, note, idempotencyKey, feedback -> {
            refuseClosed(feedback);
            if (feedback.solutionAt() != null) {
                throw new Conflict("The feedback '%s' has a solution since %s; reopen it if that was none."
                        .formatted(Shown.shortly(id), feedback.solutionAt()));
            }
            var changes = new HashMap<String, Object>(Map.of("solutionAt", now()));
            if (feedback.firstResponseAt() == null) {
                changes.put("firstResponseAt", now());
            }
            if (feedback.handlerId() == null) {
                handle(id, staffId);
            }
            return new Advance(Step.What.SOLVED, changes);
        });
    }

    /** Opens solved or closed feedback again; both clocks start anew. */
    public Feedback reopen(
            String id, @Nullable String staffId, @Nullable String note, @Nullable String idempotencyKey) {
        return advance("reopenFeedback", id, staffId, note, idempotencyKey, feedback -> {
            if (feedback.solutionAt() == null && feedback.closedAt() == null) {
                throw new Conflict("The feedback '%s' is open and has no solution yet.".formatted(Shown.shortly(id)));
            }
            var changes = new HashMap<String, Object>();
            changes.put("clockFrom", now());
            changes.put("reopened", feedback.reopened() + 1);
            changes.put("firstResponseAt", null);
            changes.put("solutionAt", null);
            changes.put("closedAt", null);
            return new Advance(Step.What.REOPENED, changes);
        });
    }

    /**
     * Closes feedback that has a solution.
     *
     * @throws InvalidInput where the client has not confirmed it
     */
    public Feedback close(
            String id,
            boolean confirmedByClient,
            @Nullable String staffId,
            @Nullable String note,
            @Nullable String idempotencyKey) {
        if (!confirmedByClient) {
            throw new InvalidInput(
                    "Feedback is closed with the client's confirmation only; confirmedByClient is false.");
        }
        return advance("closeFeedback", id, staffId, note, idempotencyKey, feedback -> {
            refuseClosed(feedback);
            if (feedback.solutionAt() == null) {
                throw new Conflict("The feedback '%s' has no solution yet, so there is nothing to confirm."
                        .formatted(Shown.shortly(id)));
            }
            return new Advance(Step.What.CLOSED, Map.of("closedAt", now()));
        });
    }

    /** Hands the case on to another staff member. */
    public Feedback handOn(String id, String toStaffId, @Nullable String note, @Nullable String idempotencyKey) {
        return advance("handOnFeedback", id, toStaffId, note, idempotencyKey, feedback -> {
            refuseClosed(feedback);
            handle(id, toStaffId);
            return new Advance(Step.What.HANDED_ON, Map.of());
        });
    }

    private record Advance(Step.What what, Map<String, Object> changes) {}

    private Feedback advance(
            String mutation,
            String id,
            @Nullable String staffId,
            @Nullable String note,
            @Nullable String idempotencyKey,
            Function<Feedback, Advance> rule) {
        checkNote(note);
        var input = List.of(id, String.valueOf(staffId), String.valueOf(note));
        return once.apply(idempotencyKey, mutation, input, Feedback::id, this::known, () -> {
            graph.one("care/lock-feedback", Map.of("id", id), row -> row.text("id"))
                    .orElseThrow(() -> NotFound.of("feedback", id));
            checkStaff(staffId);
            var advance = rule.apply(known(id));
            write(id, advance, staffId, note);
            return known(id);
        });
    }

    private void write(String id, Advance advance, @Nullable String staffId, @Nullable String note) {
        var step = new HashMap<String, Object>();
        step.put("at", now());
        step.put("what", advance.what().name());
        step.put("staffId", staffId);
        step.put("note", note);
        graph.run("care/advance-feedback", Map.of("id", id, "changes", advance.changes(), "step", step));
    }

    private String add(NewFeedback said) {
        check(said);
        checkStaff(said.staffId());
        var id = said.id() == null ? UUID.randomUUID().toString() : said.id();
        var opened = said.openedAt() == null ? clock.instant() : said.openedAt();
        var feedback = new HashMap<String, Object>();
        feedback.put("id", id);
        feedback.put("kind", said.kind().name());
        feedback.put("topic", said.topic());
        feedback.put("direction", (said.direction() == null ? Feedback.Direction.TO_CLINIC : said.direction()).name());
        feedback.put("severity", said.severity());
        feedback.put("openedAt", at(opened));
        var parameters = new HashMap<String, Object>();
        parameters.put("clientId", said.clientId());
        parameters.put("feedback", feedback);
        parameters.put("staffId", said.staffId());
        try {
            graph.one("care/record-feedback", parameters, row -> row.text("id"))
                    .orElseThrow(() -> NotFound.of("client", said.clientId()));
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("feedback", id);
        }
        write(id, new Advance(Step.What.OPENED, Map.of()), said.staffId(), said.note());
        return id;
    }

    private void check(NewFeedback said) {
        if (said.id() != null && (said.id().isBlank() || said.id().length() > LONGEST_ID)) {
            throw new InvalidInput("The feedback id '%s' must have 1 to %d characters."
                    .formatted(Shown.shortly(said.id()), LONGEST_ID));
        }
        if (said.severity() < 1 || said.severity() > 5) {
            throw new InvalidInput("severity is %d; it goes from 1 to 5.".formatted(said.severity()));
        }
        if (said.topic() != null && said.topic().length() > LONGEST_ID) {
            throw new InvalidInput("The topic must have at most %d characters.".formatted(LONGEST_ID));
        }
        var opened = said.openedAt();
        if (opened != null
                && (opened.isAfter(clock.instant().plus(CLOCK_DRIFT)) || opened.isBefore(clinic.startOf(EARLIEST)))) {
            throw new InvalidInput("openedAt is %s; it must lie between %s and now.".formatted(opened, EARLIEST));
        }
        checkNote(said.note());
    }

    private static void checkNote(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidInput("The note must have at most %d characters.".formatted(LONGEST_NOTE));
        }
    }

    private void checkStaff(@Nullable String staffId) {
        if (staffId != null && practices.staffMember(staffId).isEmpty()) {
            throw NotFound.of("staff member", staffId);
        }
    }

    private static void refuseClosed(Feedback feedback) {
        if (feedback.closedAt() != null) {
            throw new Conflict("The feedback '%s' is closed since %s; reopen it first."
                    .formatted(Shown.shortly(feedback.id()), feedback.closedAt()));
        }
    }

    private void handle(String id, String staffId) {
        graph.run("care/handle-feedback", Map.of("id", id, "staffId", staffId));
    }

    @Nullable
    Duration timeLeft(Feedback feedback, Instant now) {
        if (feedback.firstResponseAt() == null && feedback.solutionAt() == null) {
            var first = feedback.firstResponse(rules.firstResponse()).dueAt();
            var solution = feedback.solution(rules.solution()).dueAt();
            return Duration.between(now, first.isBefore(solution) ? first : solution);
        }
        return feedback.solutionAt() == null
                ? Duration.between(now, feedback.solution(rules.solution()).dueAt())
                : null;
    }

    private static long exposure(String clientId, List<String> tied, Forest forest, double[] losses) {
        var around = tied.stream().mapToDouble(id -> own(id, forest)).sum();
        return Math.round(worth(clientId, forest, losses) + Departures.DELTA * around);
    }

    private static double worth(String clientId, Forest forest, double[] losses) {
        var number = forest.indexOf(clientId);
        return number < 0 ? 0 : own(clientId, forest) + losses[number];
    }

    private static double own(String clientId, Forest forest) {
        var number = forest.indexOf(clientId);
        return number < 0 ? 0 : Math.max(0, forest.netRevenue(number));
    }

    private Feedback known(String id) {
        return byId(id).orElseThrow(() -> NotFound.of("feedback", id));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Map<String, Object> latestFirst(Paging paging) {
        var after = TimeCursor.of(paging.after(), END);
        var parameters = new HashMap<String, Object>();
        parameters.put("afterAt", at(after.at()));
        parameters.put("afterId", after.id());
        parameters.put("limit", paging.oneMore());
        return parameters;
    }
}
