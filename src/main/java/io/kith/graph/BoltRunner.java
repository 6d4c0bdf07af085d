package io.kith.graph;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs statements in a Neo4j server or cluster. */
final class BoltRunner implements Runner {

    private final Neo4jClient client;
    private final Neo4jTransactionManager transactions;

    BoltRunner(Neo4jClient client, Neo4jTransactionManager transactions) {
        this.client = client;
        this.transactions = transactions;
    }

    @Override
    public void each(String cypher, Map<String, Object> parameters, Consumer<Row> reader) {
        client.query(cypher)
                .bindAll(parameters)
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    reader.accept(new Row(row));
                    return Boolean.TRUE;
                })
                .all();
    }

    @Override
    public PlatformTransactionManager transactions() {
        return transactions;
    }
}
