package io.kith.intake;

import io.kith.graph.Graph;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Puts visits into the graph; a friend's first paid one converts the referral that brought her. */
final class VisitStore extends Store<VisitLine> {

    VisitStore(Graph graph, OffsetDateTime recordedAt) {
        super(graph, VisitLine.TABLE, recordedAt);
    }

    @Override
    void load(List<Batch.Entry<VisitLine>> rows) {
        super.load(rows);
        var paying = rows.stream()
                .map(Batch.Entry::said)
                .filter(visit -> visit.paid() > 0)
                .map(VisitLine::clientId)
                .distinct()
                .toList();
        graph.run("intake/visits-convert", Map.of("ids", paying));
    }
}
