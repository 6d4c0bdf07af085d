package io.kith.touchpoint;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Only touchpoints that fit every component given.
 *
 * @param from the first day, by the clinic's calendar
 * @param to the last day, by the clinic's calendar
 */
public record TouchpointFilter(
        @Nullable List<Stage> stages,
        @Nullable List<ContactKind> kinds,
        @Nullable List<String> staffIds,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final TouchpointFilter NONE = new TouchpointFilter(null, null, null, null, null);
}
