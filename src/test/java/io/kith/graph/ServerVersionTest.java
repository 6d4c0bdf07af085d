package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Neo4j servers Kith runs on. */
class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "Neo4j/5.26.0,true",
        "Neo4j/5.26.30,true",
        "5.27.0-aura,true",
        "Neo4j/2025.01.0,true",
        "Neo4j/5.25.1,false",
        "Neo4j/4.4.41,false",
        "Memgraph,false"
    })
    void neo4j526AndLaterAreSupported(String server, boolean supported) {
        assertThat(ServerVersion.isSupported(server)).isEqualTo(supported);
    }
}
