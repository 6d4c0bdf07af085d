package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import graphql.schema.idl.SchemaParser;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** What front ends build on: the schema as one file, and types made of it and of every query they are handed. */
@KithTest
class PublishedSchemaTest {

    private static final Path FILE = Path.of("target/kith.graphqls");
    private static final Path TYPES = Path.of("src/test/types");
    private static final Path WORK = Path.of("target/types");
    private static final Pattern NAMED = Pattern.compile("^(query|mutation|subscription)(\\s+\\w+)?");

    @Autowired
    Api api;

    @Test
    void theWholeSchemaIsOneFileForWhoeverIsSignedIn() throws IOException {
        var answer = schema();
        assertThat(answer).doesNotContain("extend type").contains("type Subscription", "referralEvents(");
        assertThat(new SchemaParser().parse(answer).types()).containsKeys("Client", "Referral", "ReferralEvent");
        Files.writeString(FILE, answer, UTF_8);
    }

    /** With the versions of package-lock.json, which npm fetches; nothing of it goes into Kith. */
    @Test
    @EnabledIfSystemProperty(named = "kith.test.types", matches = "true")
    void typesMadeOfItCompileStrictly() throws Exception {
        assumeThat(run(Path.of("."), "node", "--version"))
                .as("Node is not here: no types are made")
                .isZero();
        FileSystemUtils.deleteRecursively(WORK.resolve("documents"));
        FileSystemUtils.copyRecursively(TYPES, WORK);
        Files.writeString(WORK.resolve("kith.graphqls"), schema(), UTF_8);
        var documents = Files.createDirectories(WORK.resolve("documents"));
        var number = 0;
        for (var document : documents()) {
            Files.writeString(documents.resolve("%03d.graphql".formatted(number++)), document, UTF_8);
        }
        for (var step : List.of(List.of("ci"), List.of("run", "generate"), List.of("run", "compile"))) {
            var words = new ArrayList<>(List.of("npm"));
            words.addAll(step);
            assertThat(run(WORK, words.toArray(String[]::new)))
                    .as("npm %s; see %s", String.join(" ", step), WORK.resolve("said"))
                    .isZero();
        }
    }

    private String schema() {
        api.as("client service");
        var answer = Api.send(HttpRequest.newBuilder(api.uri("/graphql/schema"))
                .header("Authorization", Api.basic("client-service", Api.PASSWORD))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Every ready query, and the page's under names that no two of its modules share. */
    private static List<String> documents() throws IOException {
        var documents = new ArrayList<>(QueriesTest.ofTheDocumentation());
        PageQueries.all().forEach((name, text) -> {
            var called = "Page_" + name.replace('.', '_');
            var operation = NAMED.matcher(text);
            documents.add(
                    operation.find() ? operation.replaceFirst("$1 " + called) : "query %s %s".formatted(called, text));
        });
        return documents;
    }

    private static int run(Path folder, String... words) throws InterruptedException {
        try {
            Files.createDirectories(WORK);
            var process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            new File(WORK.resolve("said").toString())))
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException absent) {
            return -1;
        }
    }
}
