package io.kith.care;

import io.kith.graph.Row;
import java.time.Instant;

/** How likely, 0 to 10, a client said she is to recommend the clinic. */
public record SurveyAnswer(String id, String clientId, Instant at, int score) {

    static SurveyAnswer of(Row row) {
        return new SurveyAnswer(row.text("id"), row.text("clientId"), row.instant("at"), row.count("score"));
    }
}
