package io.kith.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When follow-ups of a visit are due, by the calendar of a zone.
 *
 * <p>A step of hours is due exactly so many hours later; a step of days or before the end of an effect is due from the
 * midnight that begins its day. Either is overdue from the midnight that ends the day it became due on.
 *
 * @param plans by category, the one of null for all others
 */
record Schedule(Map<String, FollowUpPlan> plans, FollowUpPlan other, ZoneId zone) {

    /** What a visit included, as far as a schedule asks. */
    record Treated(@Nullable String category, @Nullable Integer effectDays) {}

    /** One thing to do: its name within the visit, from when, and until when in time. */
    record Step(String name, Instant dueAt, Instant overdueAt) {}

    static Schedule of(Collection<FollowUpPlan> plans, ZoneId zone) {
        var byCategory = new HashMap<String, FollowUpPlan>();
        var other = FollowUpPlan.DEFAULT;
        for (var plan : plans) {
            if (plan.category() == null) {
                other = plan;
            } else {
                byCategory.put(plan.category(), plan);
            }
        }
        return new Schedule(byCategory, other, zone);
    }

    /** The steps of a visit in order of time; a step that several of its treatments call for is there once. */
    List<Step> steps(Instant visitAt, List<Treated> treatments) {
        var steps = new HashMap<String, Step>();
        for (var treated : treatments.isEmpty() ? List.of(new Treated(null, null)) : treatments) {
            var plan = plan(treated.category());
            plan.hours().forEach(hours -> put(steps, hours + " h", visitAt.plus(Duration.ofHours(hours))));
            plan.days()
                    .forEach(days ->
                            put(steps, days + " d", midnight(day(visitAt).plusDays(days))));
            putBeforeEnd(steps, visitAt, treated, plan);
        }
        return steps.values().stream()
                .sorted(Comparator.comparing(Step::dueAt).thenComparing(Step::name))
                .toList();
    }

    /** How many days after a visit a step can be due at most. */
    int furthest(int longestEffect) {
        var furthest = Math.max(longestEffect, furthest(other));
        for (var plan : plans.values()) {
            furthest = Math.max(furthest, furthest(plan));
        }
        return furthest + 2;
    }

    private static int furthest(FollowUpPlan plan) {
        var furthest = 0;
        for (int days : plan.days()) {
            furthest = Math.max(furthest, days);
        }
        for (int hours : plan.hours()) {
            furthest = Math.max(furthest, hours / 24 + 1);
        }
        return furthest;
    }

    private void putBeforeEnd(Map<String, Step> steps, Instant visitAt, Treated treated, FollowUpPlan plan) {
        if (treated.effectDays() == null || plan.monthsBeforeEnd() == null) {
            return;
        }
        var due = day(visitAt).plusDays(treated.effectDays()).minusMonths(plan.monthsBeforeEnd());
        if (due.isAfter(day(visitAt))) {
            put(steps, "before the effect of %d d ends".formatted(treated.effectDays()), midnight(due));
        }
    }

    private void put(Map<String, Step> steps, String name, Instant dueAt) {
        steps.put(name, new Step(name, dueAt, midnight(day(dueAt).plusDays(1))));
    }

    private FollowUpPlan plan(@Nullable String category) {
        return category == null ? other : plans.getOrDefault(category, other);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
