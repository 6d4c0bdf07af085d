package io.kith.integrity;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** What a check says: the same key for the same thing each time, and the same evidence while nothing changes. */
record Suspicion(
        FindingKind kind,
        FindingSeverity severity,
        String key,
        List<String> evidence,
        List<String> referralIds,
        List<String> clientIds) {

    static Suspicion of(
            FindingKind kind,
            FindingSeverity severity,
            String about,
            List<String> evidence,
            List<String> referralIds,
            List<String> clientIds) {
        return new Suspicion(
                kind,
                severity,
                kind + " " + about,
                evidence,
                List.copyOf(new TreeSet<>(referralIds)),
                List.copyOf(new TreeSet<>(clientIds)));
    }

    Map<String, Object> row() {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "key", key,
                "kind", kind.name(),
                "severity", severity.name(),
                "evidence", evidence,
                "referralIds", referralIds,
                "clientIds", clientIds);
    }
}
