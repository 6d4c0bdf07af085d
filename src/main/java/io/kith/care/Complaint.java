package io.kith.care;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An open complaint and how pressing it is: exposure × severity ÷ hours left, an hour at least.
 *
 * @param exposure what the client is worth, what losing her would take along below her, and the same share of what those
 *     tied to her are worth; minor units
 * @param timeLeft until the next clock runs out, negative once it has; null where both are stopped and only the client's
 *     word is missing, which counts as a day
 */
public record Complaint(
        Feedback feedback, long exposure, @Nullable Duration timeLeft, double priority) {

    static Complaint of(Feedback feedback, long exposure, @Nullable Duration timeLeft) {
        var hours = timeLeft == null ? 24 : Math.max(1, timeLeft.toSeconds() / 3_600.0);
        return new Complaint(feedback, exposure, timeLeft, exposure * feedback.severity() / hours);
    }
}
