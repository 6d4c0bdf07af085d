package io.kith.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.introspection.Introspection;
import io.kith.Api;
import io.kith.KithTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** The audit suite of the GraphQL-over-HTTP specification finds no error and nothing to warn of. Needs Node and an npm registry. */
@KithTest
@EnabledIfSystemProperty(named = "kith.test.npm", matches = "true")
class GraphQlOverHttpTest {

    private static final Path FOLDER = Path.of("target/graphql-http");

    @Autowired
    Api api;

    /** The audit asks for the schema; the setting behind this switch holds for the whole JVM. */
    @BeforeEach
    void withIntrospection() {
        Introspection.enabledJvmWide(true);
    }

    @AfterEach
    void withoutIntrospection() {
        Introspection.enabledJvmWide(false);
    }

    @Test
    void theAuditFindsNothing() throws Exception {
        Files.createDirectories(FOLDER);
        assumeTrue(run(List.of("node", "--version")).status() == 0, "Node is not installed");
        var install = run(List.of(
                "npm",
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--fetch-retries=0",
                "--fetch-timeout=20000",
                "--prefix",
                ".",
                "graphql-http@1.23.1",
                "graphql@16"));
        assumeTrue(install.status() == 0, "graphql-http cannot be had from an npm registry");
        var script = Path.of("src/test/node/audit.mjs").toAbsolutePath().toString();

        var audit = run(List.of("node", script, api.uri("/graphql").toString()));

        audit.lines().forEach(line -> System.out.println("GraphQL over HTTP: " + line));
        assertThat(audit.status()).as("%s", audit.lines()).isZero();
        assertThat(audit.lines()).filteredOn(line -> line.startsWith("counts")).hasSize(1);
        assertThat(audit.lines())
                .filteredOn(line -> line.startsWith("error") || line.startsWith("warn"))
                .isEmpty();
    }

    private record Ended(int status, List<String> lines) {}

    private static Ended run(List<String> words) throws IOException, InterruptedException {
        var said = FOLDER.resolve("said");
        var builder = new ProcessBuilder(new ArrayList<>(words))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("AUTHORIZATION", Api.basic("director", Api.PASSWORD));
        try {
            var process = builder.start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ended(-1, List.of("not done in time"));
            }
            return new Ended(process.exitValue(), Files.readAllLines(said, UTF_8));
        } catch (IOException absent) {
            return new Ended(-1, List.of("not installed"));
        }
    }
}
