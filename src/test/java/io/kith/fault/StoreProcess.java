package io.kith.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/** A Neo4j in a process of its own, set up as docs/operations.md says for a server, that can be stopped, frozen and started again. */
final class StoreProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    StoreProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** What runs in the process: its folder and its port. */
    public static void main(String[] arguments) {
        var neo4j = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
                .setConfig(BoltConnector.connection_keep_alive, Duration.ofSeconds(5))
                .setConfig(BoltConnector.connection_keep_alive_probes, 2)
                .setConfig(BoltConnector.connection_keep_alive_type, BoltConnector.KeepAliveRequestType.ALL)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(neo4j::shutdown));
    }

    String uri() {
        return "bolt://127.0.0.1:" + port;
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /** As kill -9 does it. */
    void kill() {
        end(process.destroyForcibly());
    }

    /** In good order. */
    void stop() {
        process.destroy();
        end(process);
    }

    void startAgain() {
        process = launch();
    }

    @Override
    public void close() {
        signal("CONT");
        kill();
    }

    private static void end(Process process) {
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException | InterruptedException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Process launch() {
        var words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StoreProcess.class.getName(),
                folder.toString(),
                "" + port);
        try {
            var started = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/store-process.log")))
                    .start();
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::answers);
            return started;
        } catch (IOException unstartable) {
            throw new IllegalStateException(unstartable);
        }
    }

    private boolean answers() {
        try (var driver = GraphDatabase.driver(uri());
                var session = driver.session()) {
            return session.run("MATCH (client:Client) RETURN count(client)")
                            .single()
                            .size()
                    == 1;
        } catch (Neo4jException notYet) {
            return false;
        }
    }
}
