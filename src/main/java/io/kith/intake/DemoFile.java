package io.kith.intake;

import java.util.List;

/** The files of the import layout with their columns, in the order a reader would open them. */
enum DemoFile {
    STAFF("staff.csv", "id", "name", "role", "active_from", "active_to"),
    TREATMENTS("treatments.csv", "code", "name", "category", "price", "effect_days"),
    CHANNELS("channels.csv", "code", "name"),
    CHANNEL_SPEND("channel_spend.csv", "channel", "month", "amount"),
    CLIENTS("clients.csv", "id", "name", "phone", "joined_on", "region", "channel", "birth_date"),
    TIES("ties.csv", "client_id", "other_id", "kind", "since"),
    VISITS("visits.csv", "id", "client_id", "at", "charged", "paid", "refunded", "treatments", "staff"),
    REFERRALS("referrals.csv", "id", "referrer_id", "referred_id", "occurred_on", "code", "status"),
    TOUCHPOINTS(
            "touchpoints.csv", "id", "client_id", "staff_id", "at", "stage", "kind", "satisfaction", "rapport", "note"),
    FEEDBACK(
            "feedback.csv",
            "id",
            "client_id",
            "kind",
            "topic",
            "severity",
            "opened_at",
            "first_response_at",
            "solution_at",
            "closed_at",
            "staff_id"),
    SURVEYS("surveys.csv", "id", "client_id", "at", "score"),
    ACTIVITIES("activities.csv", "id", "name", "kind", "held_on"),
    ATTENDANCES("attendances.csv", "activity_id", "client_id", "contribution");

    private final String fileName;
    private final List<String> columns;

    DemoFile(String fileName, String... columns) {
        this.fileName = fileName;
        this.columns = List.of(columns);
    }

    String fileName() {
        return fileName;
    }

    List<String> columns() {
        return columns;
    }
}
