package io.kith.client;

import io.kith.graph.Row;
import java.time.Instant;

/** A client's latest answer for one purpose. */
public record Consent(Purpose purpose, boolean given, Instant at, String recordedBy) {

    static Consent of(Row row) {
        return new Consent(
                Purpose.valueOf(row.text("purpose")), row.flag("given"), row.instant("at"), row.text("recordedBy"));
    }
}
