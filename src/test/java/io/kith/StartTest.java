package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** What keeps Kith from starting is said in one sentence, and the status is not zero. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void aDataFolderThatIsAFileIsRefusedInOneSentence() throws Exception {
        var file = Files.writeString(folder.resolve("data"), "not a folder");

        var end = start("--kith.store.directory=" + file, "--server.port=0");

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.sentences())
                .singleElement()
                .asString()
                .startsWith("Kith cannot start: nothing can be written to the data folder " + file);
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws Exception {
        var end = start("--spring.neo4j.uri=bolt://127.0.0.1:1", "--server.port=0");

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.sentences())
                .singleElement()
                .asString()
                .startsWith("Kith cannot start: no Neo4j answers at bolt://127.0.0.1:1");
    }

    @Test
    void aPortInUseIsNamedWithAnother() {
        assertThat(StartFailures.sentence(new IllegalStateException(new PortInUseException(8080))))
                .isEqualTo("port 8080 is in use by another program; stop it, or choose another with"
                        + " --server.port=8081.");
    }

    @Test
    void otherAccidentsAreLeftToSpringBoot() {
        assertThat(StartFailures.sentence(new IllegalStateException("something else")))
                .isNull();
    }

    @Test
    void unknownWordsEndWithStatus2() {
        assertThat(Commands.run(new String[] {"imprt", "folder"})).isEqualTo(2);
        assertThat(Commands.run(new String[] {"--port", "8081"})).isEqualTo(2);
        assertThat(Commands.run(new String[] {"demo"})).isEqualTo(2);
    }

    @Test
    void aDemoIsWrittenWhereAskedForAndNeverOverAClinicsOwnFiles() throws Exception {
        var own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("clients.csv"), "id,name\nC1,Ana\n");

        assertThat(Commands.run(new String[] {
                    "demo", "--clients", "10", folder.resolve("demo").toString()
                }))
                .isZero();
        assertThat(folder.resolve("demo/clients.csv")).exists();
        assertThat(Commands.run(new String[] {"demo", own.toString()})).isEqualTo(2);
        assertThat(own.resolve("clients.csv")).hasContent("id,name\nC1,Ana\n");
    }

    /** A Kith of its own process, which must end by itself. */
    private End start(String... settings) throws IOException, InterruptedException {
        var said = folder.resolve("stderr");
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.kith.Kith"));
        words.addAll(List.of(settings));
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new End(process.exitValue(), Files.readAllLines(said, UTF_8));
    }

    private record End(int status, List<String> lines) {

        /** What was said, apart from the JVM's own notices. */
        List<String> sentences() {
            return lines.stream()
                    .filter(line -> !line.startsWith("WARNING: ") && !line.startsWith("Picked up "))
                    .toList();
        }
    }
}
