package io.kith.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.care.Activity.Band;
import io.kith.care.Feedback.ClockState;
import io.kith.care.Feedback.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Bands of activity, clocks of complaints and scores, at their edges. */
class ActivityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void bandsChangeAfter90And180And365Days() {
        assertThat(band(0)).isEqualTo(Band.ACTIVE);
        assertThat(band(90)).isEqualTo(Band.ACTIVE);
        assertThat(band(91)).isEqualTo(Band.COOLING);
        assertThat(band(180)).isEqualTo(Band.COOLING);
        assertThat(band(181)).isEqualTo(Band.DORMANT);
        assertThat(band(365)).isEqualTo(Band.DORMANT);
        assertThat(band(366)).isEqualTo(Band.LOST);
        assertThat(Activity.of(null, null, null, TODAY).band()).isEqualTo(Band.NEVER);
    }

    @Test
    void oneSecondBeforeMidnightIsADayEarlier() {
        assertThat(daysSince("2026-03-27T23:59:59", "2026-03-28T00:00:00")).isEqualTo(1);
        assertThat(daysSince("2026-03-28T00:00:00", "2026-03-28T23:59:59")).isZero();
    }

    @Test
    void aDayOf23HoursIsADay() {
        assertThat(daysSince("2026-03-28T23:59:59", "2026-03-30T00:00:00")).isEqualTo(2);
        assertThat(daysSince("2025-12-28T12:00:00", "2026-03-28T12:00:00")).isEqualTo(90);
        assertThat(daysSince("2025-12-28T12:00:00", "2026-03-29T12:00:00")).isEqualTo(91);
    }

    @Test
    void aLeapDayCounts() {
        var paid = LocalDate.of(2024, 2, 29);
        assertThat(Activity.of(Instant.EPOCH, paid, null, LocalDate.of(2025, 2, 28))
                        .daysSince())
                .isEqualTo(365);
        assertThat(Activity.of(Instant.EPOCH, paid, null, LocalDate.of(2025, 3, 1))
                        .band())
                .isEqualTo(Band.LOST);
    }

    @Test
    void theCycleLastsThroughItsLastDay() {
        var paid = TODAY.minusDays(200);
        assertThat(Activity.of(Instant.EPOCH, paid, TODAY, TODAY).insideCycle()).isTrue();
        assertThat(Activity.of(Instant.EPOCH, paid, TODAY.minusDays(1), TODAY).insideCycle())
                .isFalse();
        assertThat(Activity.of(Instant.EPOCH, paid, null, TODAY).insideCycle()).isFalse();
    }

    @Test
    void aClockOf24HoursIsLateAt24HoursAndInTimeASecondBefore() {
        var due = Instant.parse("2026-03-02T10:00:00Z");
        var second = due.minusSeconds(1);
        assertThat(new Deadline(due, null).state(second)).isEqualTo(ClockState.RUNNING);
        assertThat(new Deadline(due, null).state(due)).isEqualTo(ClockState.OVERDUE);
        assertThat(new Deadline(due, second).state(due)).isEqualTo(ClockState.IN_TIME);
        assertThat(new Deadline(due, due).state(due)).isEqualTo(ClockState.LATE);
    }

    @Test
    void ageOfArrearsChangesAfter30And60And90Days() {
        assertThat(Retention.Age.of(30)).isEqualTo(Retention.Age.UP_TO_30_DAYS);
        assertThat(Retention.Age.of(31)).isEqualTo(Retention.Age.UP_TO_60_DAYS);
        assertThat(Retention.Age.of(60)).isEqualTo(Retention.Age.UP_TO_60_DAYS);
        assertThat(Retention.Age.of(61)).isEqualTo(Retention.Age.UP_TO_90_DAYS);
        assertThat(Retention.Age.of(90)).isEqualTo(Retention.Age.UP_TO_90_DAYS);
        assertThat(Retention.Age.of(91)).isEqualTo(Retention.Age.OLDER);
    }

    @Test
    void aScoreSaysHowFarItMayBeOff() {
        var score = new PromoterScore(null, 100, 50, 30, 20, 5);
        assertThat(score.score()).isEqualTo(30);
        assertThat(score.margin()).isCloseTo(195.9964 * Math.sqrt((0.7 - 0.09) / 100), within(1e-9));
        assertThat(new PromoterScore(null, 0, 0, 0, 0, 0).score()).isNull();
    }

    @Test
    void standingGoesByTheShareOfThoseAbove() {
        assertThat(Suggestions.standing(0)).isEqualTo(5);
        assertThat(Suggestions.standing(0.01)).isEqualTo(4);
        assertThat(Suggestions.standing(0.05)).isEqualTo(3);
        assertThat(Suggestions.standing(0.2)).isEqualTo(2);
        assertThat(Suggestions.standing(0.5)).isEqualTo(1);
    }

    private static Band band(int days) {
        return Activity.of(Instant.EPOCH, TODAY.minusDays(days), null, TODAY).band();
    }

    private static int daysSince(String paid, String now) {
        var paidOn = LocalDateTime.parse(paid).atZone(BERLIN).toInstant();
        var today = LocalDateTime.parse(now).atZone(BERLIN).toInstant();
        var activity =
                Activity.of(paidOn, LocalDate.ofInstant(paidOn, BERLIN), null, LocalDate.ofInstant(today, BERLIN));
        return activity.daysSince() == null ? -1 : activity.daysSince();
    }
}
