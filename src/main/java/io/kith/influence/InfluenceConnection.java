package io.kith.influence;

import io.kith.edge.Connection;
import io.kith.edge.Connection.Edge;
import io.kith.edge.Connection.PageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the influence ranking, and what it rests on. */
public record InfluenceConnection(
        List<Edge<Influence>> edges,
        PageInfo pageInfo,
        @Nullable Long totalCount,
        InfluenceMeasure by,
        Basis basis) {

    static InfluenceConnection of(Connection<Influence> page, InfluenceMeasure by, Basis basis) {
        return new InfluenceConnection(page.edges(), page.pageInfo(), page.totalCount(), by, basis);
    }
}
