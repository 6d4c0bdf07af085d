package io.kith.care;

import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** How likely clients say they are to recommend the clinic: one answer a client and window, scores with n and margin. */
@Component
public class Surveys {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_PERIOD = 3_660;
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);

    private final Graph graph;
    private final Once once;
    private final CareRules rules;
    private final Clinic clinic;
    private final Clock clock;
    private final ObjectProvider<TierOfClients> tiers;

    Surveys(Graph graph, Once once, CareRules rules, Clinic clinic, Clock clock, ObjectProvider<TierOfClients> tiers) {
        this.graph = graph;
        this.once = once;
        this.rules = rules;
        this.clinic = clinic;
        this.clock = clock;
        this.tiers = tiers;
    }

    /** By what scores are told apart. */
    public enum Group {
        NONE,
        TIER,
        STAFF,
        CHANNEL,
        MONTH
    }

    /** An answer about to be recorded. */
    public record NewAnswer(
            @Nullable String id,
            String clientId,
            int score,
            @Nullable Instant at) {}

    /**
     * Records an answer.
     *
     * @throws Conflict where the client gave one within the window before or after
     */
    public SurveyAnswer record(NewAnswer answer, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey, "recordSurveyAnswer", answer, SurveyAnswer::id, this::known, () -> known(add(answer)));
    }

    /**
     * Scores of the answers of some days, a client's latest alone where she gave several (within her month where months
     * are told apart), by group.
     */
    public List<PromoterScore> scores(LocalDate from, LocalDate to, Group by) {
        checkPeriod(from, to);
        var latest = new HashMap<String, Answer>();
        var parameters = Map.of("from", at(clinic.startOf(from)), "to", at(clinic.startOf(to.plusDays(1))));
        graph.each("care/answers", parameters, row -> {
            var answer = Answer.of(row);
            var key = by == Group.MONTH ? month(answer) + " " + answer.clientId() : answer.clientId();
            latest.merge(key, answer, Answer::later);
        });
        var tierOf = by == Group.TIER ? tiersOf(latest) : Map.<String, String>of();
        var scores = new TreeMap<String, PromoterScore>();
        for (var answer : latest.values()) {
            var group = group(answer, by, tierOf);
            var before = scores.getOrDefault(group == null ? "" : group, new PromoterScore(group, 0, 0, 0, 0, 0));
            scores.put(group == null ? "" : group, before.plus(answer.score(), answer.refers()));
        }
        return List.copyOf(scores.values());
    }

    private Map<String, String> tiersOf(Map<String, Answer> latest) {
        var known = tiers.getIfAvailable();
        if (known == null) {
            throw new InvalidInput("by is TIER; this installation keeps no tiers.");
        }
        return known.tiersOf(List.copyOf(latest.keySet()));
    }

    private @Nullable String group(Answer answer, Group by, Map<String, String> tierOf) {
        return switch (by) {
            case NONE -> null;
            case TIER -> tierOf.get(answer.clientId());
            case STAFF -> answer.staffId();
            case CHANNEL -> answer.channel();
            case MONTH -> month(answer);
        };
    }

    private String month(Answer answer) {
        return YearMonth.from(clinic.dayOf(answer.at())).toString();
    }

    private String add(NewAnswer answer) {
        var at = answer.at() == null ? clock.instant() : answer.at();
        check(answer, at);
        var window = Map.of(
                "clientId", answer.clientId(),
                "from", at(at.minus(rules.surveyWindow())),
                "to", at(at.plus(rules.surveyWindow())));
        var recent = graph.one("care/recent-answer", window, row -> row.has("at"))
                .orElseThrow(() -> NotFound.of("client", answer.clientId()));
        if (recent) {
            throw new Conflict("Client '%s' gave an answer within %d days of this one; each is asked once in that time."
                    .formatted(
                            Shown.shortly(answer.clientId()),
                            rules.surveyWindow().toDays()));
        }
        var id = answer.id() == null ? UUID.randomUUID().toString() : answer.id();
        var parameters = Map.of("id", id, "clientId", answer.clientId(), "at", at(at), "score", answer.score());
        try {
            graph.one("care/record-answer", parameters, row -> row.text("id")).orElseThrow();
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("survey answer", id);
        }
        return id;
    }

    private void check(NewAnswer answer, Instant at) {
        if (answer.score() < 0 || answer.score() > 10) {
            throw new InvalidInput("score is %d; it goes from 0 to 10.".formatted(answer.score()));
        }
        if (answer.id() != null && (answer.id().isBlank() || answer.id().length() > LONGEST_ID)) {
            throw new InvalidInput("The answer id '%s' must have 1 to %d characters."
                    .formatted(Shown.shortly(answer.id()), LONGEST_ID));
        }
        if (at.isAfter(clock.instant().plus(CLOCK_DRIFT)) || at.isBefore(Instant.parse("1900-01-01T00:00:00Z"))) {
            throw new InvalidInput("at is %s; it must lie between 1900 and now.".formatted(at));
        }
    }

    static void checkPeriod(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > LONGEST_PERIOD) {
            throw new InvalidInput(
                    "The period from %s to %s must have 1 to %d days.".formatted(from, to, LONGEST_PERIOD));
        }
    }

    private SurveyAnswer known(String id) {
        return graph.one("care/answer", Map.of("id", id), SurveyAnswer::of)
                .orElseThrow(() -> NotFound.of("survey answer", id));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Answer(
            String clientId,
            String id,
            Instant at,
            int score,
            @Nullable String channel,
            @Nullable String staffId,
            boolean refers) {

        private static final Comparator<Answer> BY_TIME =
                Comparator.comparing(Answer::at).thenComparing(Answer::id);

        static Answer of(Row row) {
            return new Answer(
                    row.text("clientId"),
                    row.text("id"),
                    row.instant("at"),
                    row.count("score"),
                    row.textOrNull("channel"),
                    row.textOrNull("staffId"),
                    row.flag("refers"));
        }

        Answer later(Answer other) {
            return BY_TIME.compare(this, other) >= 0 ? this : other;
        }
    }
}
