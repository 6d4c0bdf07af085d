package io.kith.graph;

import static org.neo4j.configuration.GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
import static org.neo4j.configuration.GraphDatabaseSettings.SYSTEM_DATABASE_NAME;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.gds.catalog.GraphDropProc;
import org.neo4j.gds.catalog.GraphListProc;
import org.neo4j.gds.catalog.GraphProjectProc;
import org.neo4j.gds.leiden.LeidenStreamProc;
import org.neo4j.gds.louvain.LouvainStreamProc;
import org.neo4j.gds.pagerank.PageRankStreamProc;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.monitoring.DatabaseHealth;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** Neo4j inside this process: data in one folder, Bolt on a loopback port under a password made anew at each start. */
final class EmbeddedStore implements Neo4jConnectionDetails, AutoCloseable {

    private static final String USER = "neo4j";

    private static final List<Class<?>> GRAPH_DATA_SCIENCE = List.of(
            GraphProjectProc.class,
            GraphListProc.class,
            GraphDropProc.class,
            PageRankStreamProc.class,
            LouvainStreamProc.class,
            LeidenStreamProc.class);

    private final DataFolder folder;
    private final DatabaseManagementService neo4j;
    private final GraphDatabaseAPI database;
    private final URI uri;
    private final AuthToken credential;

    EmbeddedStore(StoreSettings settings) {
        folder = DataFolder.of(settings.directory());
        neo4j = start(folder, settings);
        try {
            database = (GraphDatabaseAPI) neo4j.database(DEFAULT_DATABASE_NAME);
            folder.refuseUnlessOpen((GraphDatabaseAPI) neo4j.database(SYSTEM_DATABASE_NAME), database);
            registerGraphDataScience(database);
            uri = boltAddress(database);
            credential = newCredential();
        } catch (RuntimeException failed) {
            neo4j.shutdown();
            throw failed;
        }
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public AuthToken getAuthToken() {
        return credential;
    }

    GraphDatabaseService database() {
        return database;
    }

    /** Why the store does not work any more and never will in this process; empty while it does. */
    Optional<String> failure() {
        var health = database.getDependencyResolver().resolveDependency(DatabaseHealth.class);
        return Optional.ofNullable(health.causeOfPanic()).map(folder::failure);
    }

    @Override
    public void close() {
        neo4j.shutdown();
    }

    private static DatabaseManagementService start(DataFolder folder, StoreSettings settings) {
        var builder = new DatabaseManagementServiceBuilder(folder.path())
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(
                        GraphDatabaseSettings.pagecache_memory,
                        settings.pageCache().toBytes())
                .setConfig(GraphDatabaseSettings.transaction_timeout, settings.longestTransaction())
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "1 files")
                .setConfig(GraphDatabaseSettings.check_point_interval_time, settings.checkpointEvery())
                .setConfig(GraphDatabaseSettings.check_point_interval_volume, ByteUnit.mebiBytes(512))
                .setConfig(GraphDatabaseSettings.procedure_unrestricted, List.of("gds.*"))
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                // No stranger's connection is waited for: they are this process's own, and closed by then.
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0);
        try {
            return builder.build();
        } catch (RuntimeException failed) {
            throw folder.refusal(failed);
        }
    }

    private static void registerGraphDataScience(GraphDatabaseAPI database) {
        var procedures = database.getDependencyResolver().resolveDependency(GlobalProcedures.class);
        for (var procedure : GRAPH_DATA_SCIENCE) {
            try {
                procedures.registerProcedure(procedure);
            } catch (ProcedureException refused) {
                throw new IllegalStateException("Neo4j refused the procedure " + procedure.getName(), refused);
            }
        }
    }

    private static URI boltAddress(GraphDatabaseAPI database) {
        var address = database.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT);
        return URI.create("bolt://127.0.0.1:" + address.getPort());
    }

    private AuthToken newCredential() {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        neo4j.database(SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        return AuthTokens.basic(USER, password);
    }
}
