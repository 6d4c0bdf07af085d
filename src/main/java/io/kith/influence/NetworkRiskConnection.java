package io.kith.influence;

import io.kith.edge.Connection;
import io.kith.edge.Connection.Edge;
import io.kith.edge.Connection.PageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the clients by network value at risk, and what it rests on. */
public record NetworkRiskConnection(
        List<Edge<NetworkRisk>> edges,
        PageInfo pageInfo,
        @Nullable Long totalCount,
        Basis basis) {

    static NetworkRiskConnection of(Connection<NetworkRisk> page, Basis basis) {
        return new NetworkRiskConnection(page.edges(), page.pageInfo(), page.totalCount(), basis);
    }
}
