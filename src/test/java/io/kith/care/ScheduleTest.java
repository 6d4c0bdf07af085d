package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.care.FollowUp.State;
import io.kith.care.Schedule.Step;
import io.kith.care.Schedule.Treated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When follow-ups fall due, at the edges of days, months and daylight saving. */
class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void theDefaultPlanIs48Hours7And30And90And180Days() {
        var steps = schedule(SHANGHAI).steps(at("2026-03-01T18:30", SHANGHAI), List.of());
        assertThat(steps).extracting(Step::name).containsExactly("48 h", "7 d", "30 d", "90 d", "180 d");
        assertThat(steps.get(0).dueAt()).isEqualTo(at("2026-03-03T18:30", SHANGHAI));
        assertThat(steps.get(1).dueAt()).isEqualTo(at("2026-03-08T00:00", SHANGHAI));
        assertThat(steps.get(4).dueAt()).isEqualTo(at("2026-08-28T00:00", SHANGHAI));
    }

    @Test
    void aStepIsOverdueFrom24HoursAndNotAt235959() {
        var step = schedule(SHANGHAI)
                .steps(at("2026-03-01T18:30", SHANGHAI), List.of())
                .get(1);
        assertThat(state(step, at("2026-03-07T23:59:59", SHANGHAI))).isEqualTo(State.PLANNED);
        assertThat(state(step, at("2026-03-08T00:00:00", SHANGHAI))).isEqualTo(State.DUE);
        assertThat(state(step, at("2026-03-08T23:59:59", SHANGHAI))).isEqualTo(State.DUE);
        assertThat(state(step, at("2026-03-09T00:00:00", SHANGHAI))).isEqualTo(State.OVERDUE);
    }

    @Test
    void theLastSecondOfADayBelongsToIt() {
        var late = schedule(SHANGHAI).steps(at("2026-03-01T23:59:59", SHANGHAI), List.of());
        var next = schedule(SHANGHAI).steps(at("2026-03-02T00:00:00", SHANGHAI), List.of());
        assertThat(late.get(1).dueAt()).isEqualTo(at("2026-03-08T00:00", SHANGHAI));
        assertThat(next.get(1).dueAt()).isEqualTo(at("2026-03-09T00:00", SHANGHAI));
    }

    @Test
    void daysAreDaysWhereTheClocksChangeAndHoursAreHours() {
        var visit = at("2026-03-28T10:00", BERLIN);
        var spring = schedule(BERLIN).steps(visit, List.of());
        assertThat(spring.get(0).dueAt()).as("a day of 23 hours between").isEqualTo(at("2026-03-30T11:00", BERLIN));
        assertThat(spring.get(1).dueAt()).isEqualTo(at("2026-04-04T00:00", BERLIN));
        assertThat(Duration.between(visit, spring.get(1).dueAt())).isEqualTo(Duration.ofHours(6 * 24 + 14 - 1));

        var autumn = schedule(BERLIN)
                .steps(at("2026-10-18T10:00", BERLIN), List.of())
                .get(1);
        assertThat(autumn.dueAt()).isEqualTo(at("2026-10-25T00:00", BERLIN));
        assertThat(Duration.between(autumn.dueAt(), autumn.overdueAt()))
                .as("25 hours")
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aDayThatBeginsAtOneOClockIsStillADay() {
        var beirut = ZoneId.of("Asia/Beirut");
        var step = schedule(beirut)
                .steps(at("2026-03-22T10:00", beirut), List.of())
                .get(1);
        assertThat(step.dueAt()).isEqualTo(at("2026-03-29T01:00", beirut));
    }

    @Test
    void aMonthBeforeTheEffectEndsKeepsToTheMonth() {
        assertThat(beforeEnd("2026-01-30", 60)).as("31 March less a month").isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(beforeEnd("2024-01-31", 60)).as("31 March of a leap year").isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(beforeEnd("2025-10-02", 90)).as("31 December").isEqualTo(LocalDate.of(2025, 11, 30));
        assertThat(schedule(SHANGHAI)
                        .steps(at("2026-03-01T10:00", SHANGHAI), List.of(new Treated("FILLER", 31)))
                        .size())
                .as("an effect of a month has no day before its last month")
                .isEqualTo(5);
    }

    @Test
    void eachCategoryHasItsPlanAndASharedStepIsThereOnce() {
        var plans = List.of(
                new FollowUpPlan("LASER", List.of(24), List.of(7), null),
                new FollowUpPlan("SURGERY", List.of(), List.of(1, 7), 2));
        var steps = Schedule.of(plans, SHANGHAI)
                .steps(
                        at("2026-03-01T10:00", SHANGHAI),
                        List.of(new Treated("LASER", 100), new Treated("SURGERY", null)));
        assertThat(steps).extracting(Step::name).containsExactly("1 d", "24 h", "7 d");
    }

    @Test
    void timeOnlyEverMovesAFollowUpForward() {
        for (var seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            var zone = random.nextBoolean() ? BERLIN : SHANGHAI;
            var visit = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(86_400 * 800));
            for (var step : schedule(zone).steps(visit, List.of(new Treated(null, random.nextInt(700))))) {
                assertThat(step.dueAt()).as("seed %d", seed).isAfter(visit).isBefore(step.overdueAt());
                var before = State.PLANNED;
                for (var now = visit.minus(Duration.ofDays(400));
                        now.isBefore(visit.plus(Duration.ofDays(1_100)));
                        now = now.plus(Duration.ofHours(37))) {
                    var state = state(step, now);
                    assertThat(state).as("seed %d at %s", seed, now).isGreaterThanOrEqualTo(before);
                    before = state;
                }
            }
        }
    }

    private static LocalDate beforeEnd(String visitDay, int effectDays) {
        var visit = at(visitDay + "T10:00", SHANGHAI);
        return schedule(SHANGHAI).steps(visit, List.of(new Treated("FILLER", effectDays))).stream()
                .filter(step -> step.name().startsWith("before"))
                .map(step -> LocalDate.ofInstant(step.dueAt(), SHANGHAI))
                .findFirst()
                .orElseThrow();
    }

    private static State state(Step step, Instant now) {
        return new FollowUp("f", "c", "v", step.name(), step.dueAt(), step.overdueAt(), null, null, null, null, null)
                .state(now);
    }

    private static Schedule schedule(ZoneId zone) {
        return Schedule.of(List.of(), zone);
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
