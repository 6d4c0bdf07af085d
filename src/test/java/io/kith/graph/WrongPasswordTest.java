package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kith.KithTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** A start with a password that the Neo4j does not know ends in one sentence. */
@KithTest
class WrongPasswordTest {

    @Autowired
    Neo4jConnectionDetails store;

    @Test
    void theServerAndTheSettingsAreNamedAndThePasswordIsNot() {
        assumeFalse(
                Objects.equals(store.getAuthToken(), AuthTokens.none()),
                "skipped: this store lets everyone in unasked");
        var uri = store.getUri().toString();
        try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "not the password of this store"))) {
            var schema = new Schema(driver, uri);

            assertThatThrownBy(schema::afterPropertiesSet)
                    .isInstanceOf(StoreRefused.class)
                    .hasMessage(
                            "the Neo4j at %s refuses the user name or password;"
                                    + " give spring.neo4j.authentication.username and .password.",
                            uri)
                    .hasMessageNotContaining("not the password");
        }
    }
}
