package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import io.kith.Api;
import io.kith.KithTest;
import io.kith.RunningKith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A store as the first released Kith left it is brought up to date at start: its data is kept, and every statement works on it. */
@KithTest
class SchemaUpgradeTest {

    /** What there was in the beginning: the keys of the graph and the lock of the tree. */
    private static final List<String> FIRST = List.of("V0001", "V0002");

    private static final String ROWS = """
            CREATE (ana:Client {id: 'A', name: 'Ana', joinedOn: date('2025-01-10'), createdAt: datetime('2025-01-10T09:00:00Z'),
              searchKeys: 'a ana', netRevenue: 10000, version: 2})
            CREATE (ben:Client {id: 'B', name: 'Ben', joinedOn: date('2025-02-10'), createdAt: datetime('2025-02-10T09:00:00Z'),
              searchKeys: 'b ben', netRevenue: 8000, version: 3})
            CREATE (sara:Staff {id: 'S1', name: 'Sara', role: 'CONSULTANT'})
            CREATE (peel:Treatment {code: 'T1', name: 'Peel', category: 'SKIN', price: 8000, effectDays: 90})
            CREATE (ana)-[:HAD_VISIT]->(:Visit {id: 'V1', at: datetime('2025-01-12T10:00:00Z'),
              recordedAt: datetime('2025-01-12T11:00:00Z'), charged: 10000, paid: 10000, refunded: 0})
            CREATE (ben)-[:HAD_VISIT]->(visit:Visit {id: 'V2', at: datetime('2025-02-12T10:00:00Z'),
              recordedAt: datetime('2025-02-12T11:00:00Z'), charged: 8000, paid: 8000, refunded: 0})
            CREATE (visit)-[:INCLUDED]->(peel)
            CREATE (visit)-[:SERVED_BY {role: 'CONSULTANT'}]->(sara)
            CREATE (ben)-[:KNOWN_BY {contacts: 1, lastAt: datetime('2025-02-12T10:00:00Z'), weight: 0.5}]->(sara)
            CREATE (ana)-[:MADE]->(:Referral {id: 'R1', occurredOn: date('2025-02-09'),
              recordedAt: datetime('2025-02-09T09:00:00Z'), status: 'CONVERTED', statusAt: datetime('2025-02-12T11:00:00Z'),
              convertedAt: datetime('2025-02-12T11:00:00Z'), credited: true, afterFirstVisit: false})-[:OF]->(ben)
            CREATE (ana)-[:REFERRED {referralId: 'R1', referredId: 'B', validFrom: date('2025-02-09'),
              recordedAt: datetime('2025-02-09T09:00:00Z'), converted: true}]->(ben)
            """;

    @TempDir
    Path folder;

    @Autowired
    Driver fresh;

    @Test
    void anUpgradedStoreHasTheNewestSchemaAndKeepsItsData() {
        var settings = settings();
        try (var store = new EmbeddedStore(settings);
                var driver = GraphDatabase.driver(store.getUri(), store.getAuthToken())) {
            firstReleased(driver);

            new Schema(driver, "").afterPropertiesSet();

            assertThat(schema(driver)).isEqualTo(schema(fresh));
            var graph = graph(driver, settings);
            assertThat(graph.list("client/by-ids", Map.of("ids", List.of("A", "B")), row -> row.text("name")))
                    .containsExactlyInAnyOrder("Ana", "Ben");
            assertThat(graph.list("referral/forest", Map.of(), row -> String.valueOf(row.textOrNull("referrerId"))))
                    .containsExactly("null", "A");
            assertThat(graph.one("visit/by-id", Map.of("id", "V2"), row -> row.text("clientId")))
                    .contains("B");
            assertThat(graph.list("care/exposed", Map.of("staffId", "S1"), row -> row.reals("weights")))
                    .containsExactly(List.of(0.5));
            graph.run("client/register", Map.of("client", Map.of("id", "C", "name", "Cleo")));
            assertThat(graph.list("referral/forest", Map.of(), row -> row.text("clientId")))
                    .containsExactly("A", "B", "C");
        }
    }

    /** The whole of Kith on it, in the bench profile: a process of its own. */
    @Test
    @EnabledIfSystemProperty(named = "kith.test.faults", matches = "true")
    void kithStartsOnItAndGoesOn() {
        try (var store = new EmbeddedStore(settings());
                var driver = GraphDatabase.driver(store.getUri(), store.getAuthToken())) {
            firstReleased(driver);
        }
        try (var kith = RunningKith.start(folder.resolve("store"))) {
            assertThat(ask(
                            kith,
                            "{ client(id: \"A\") { name netRevenue { amount } downlineSummary { clients converted }"
                                    + " downline { edges { node { client { name upline { client { id } } } } } } } }"))
                    .contains("\"name\":\"Ana\"", "100.00", "\"clients\":1", "\"converted\":1", "\"name\":\"Ben\"")
                    .doesNotContain("errors");
            assertThat(ask(kith, "{ clients(search: \"ben\") { edges { node { id } } } }"))
                    .contains("\"id\":\"B\"");
            assertThat(
                            ask(
                                    kith,
                                    "{ activityBands { clients } leaderboard { howMany: places { edges { node { place } } } } tierDistribution { tier } }"))
                    .doesNotContain("INTERNAL");
            assertThat(ask(
                            kith,
                            "mutation { recordVisit(input: {id: \"V3\", clientId: \"B\", charged: \"20.00\", treatments: [\"T1\"]})"
                                    + " { id client { netRevenue { amount } } } }"))
                    .contains("100.00")
                    .doesNotContain("errors");
            assertThat(ask(kith, "mutation { renewCare { id } }")).doesNotContain("errors");
            System.out.println("Upgrade: Kith started on a store of the first released schema, nothing lost");
        }
    }

    private static String ask(RunningKith kith, String document) {
        return Api.send(HttpRequest.newBuilder(URI.create(kith.address() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", RunningKith.AUTHORIZATION)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(Map.of("query", document))))
                        .build())
                .body();
    }

    private StoreSettings settings() {
        return new StoreSettings(
                folder.resolve("store"), DataSize.ofMegabytes(16), Duration.ofMinutes(1), Duration.ofMinutes(5), 0);
    }

    private static Graph graph(Driver driver, StoreSettings settings) {
        return new Graph(
                new BoltRunner(Neo4jClient.create(driver), new Neo4jTransactionManager(driver)),
                new Statements(),
                new StoreConfiguration().transactionRetries(20),
                new DiskGuard(new TestDisk(), settings));
    }

    private static void firstReleased(Driver driver) {
        var first = MigrationsConfig.builder()
                .withLocationsToScan("classpath:cypher/migrations")
                .withResourceScanner(locations -> firstScripts())
                .withMigrationClassesDiscoverer(context -> List.of())
                .withInstalledBy("kith")
                .build();
        new Migrations(first, driver).apply();
        try (var session = driver.session()) {
            session.run(ROWS).consume();
        }
    }

    private static List<URL> firstScripts() {
        var found = new ArrayList<URL>();
        try {
            for (var script :
                    new PathMatchingResourcePatternResolver().getResources("classpath:cypher/migrations/*.cypher")) {
                if (FIRST.stream().anyMatch(String.valueOf(script.getFilename())::startsWith)) {
                    found.add(script.getURL());
                }
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Constraints and indexes, and whether they are there to be used. */
    private static TreeSet<String> schema(Driver driver) {
        var schema = new TreeSet<String>();
        try (var session = driver.session()) {
            session.run("CALL db.awaitIndexes(60)").consume();
            session.run("SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties")
                    .forEachRemaining(row -> schema.add(row.asMap().toString()));
            session.run("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties")
                    .forEachRemaining(row -> schema.add(row.asMap().toString()));
        }
        return schema;
    }
}
