package io.kith.graph;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs statements in a Neo4j, wherever that is, and fails as Spring Data Neo4j does. */
interface Runner {

    /** Hands each row on as it arrives; within the caller's transaction where it has begun one, else in one of its own. */
    void each(String cypher, Map<String, Object> parameters, Consumer<Row> reader);

    /** Begins and ends the transactions that statements are run in. */
    PlatformTransactionManager transactions();
}
