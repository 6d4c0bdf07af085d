package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.job.Jobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import from a running Kith: files over HTTP, then a job that anybody signed in may watch. */
@KithTest
class UploadTest {

    private static final Path SALON = Path.of("../shared/data/salon");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STAFF = "id,name,role\nS1,Rosa,DOCTOR\nS2,Ida,DANCER\n";

    @Autowired
    Api api;

    @Autowired
    Jobs jobs;

    @Autowired
    TestGraph graph;

    @Value("${kith.import.directory}")
    Path folders;

    @BeforeEach
    void empty() throws IOException {
        graph.clear();
        FileSystemUtils.deleteRecursively(folders);
    }

    @Test
    void aRealSalonsFilesLoadWhileTheJobTellsHowFarItIs() throws IOException {
        assumeTrue(Files.isDirectory(SALON), "skipped: no ../shared/data/salon");
        var files = new LinkedHashMap<String, byte[]>();
        try (var paths = Files.list(SALON)) {
            for (var path :
                    paths.filter(path -> path.toString().endsWith(".csv")).toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }

        var job = ended(send(director(), "/import", files));

        assertThat(job.at("/state").asString()).as("%s", job).isEqualTo("DONE");
        assertThat(job.at("/stage").asString()).isEqualTo("ties, follow-ups, scores, tiers and findings");
        var id = job.at("/id").asString();
        var total = JSON.readTree(get("/import/" + id).body()).path("total");
        assertThat(total.path("rows").asLong()).isEqualTo(4_859);
        assertThat(total.path("loaded").asLong()).isEqualTo(4_856);
        assertThat(get("/import/" + id + "/rejects.csv").body().lines()).hasSize(4);
        assertThat(api.ask("{ client(id: \"C0014\") { influence { score } staffTies { strength } } }")
                        .at("/client/influence/score")
                        .asDouble())
                .isPositive();
        var scan = api.ask("{ jobs(kind: \"INTEGRITY_SCAN\", first: 1) { edges { node { state } } } }");
        assertThat(scan.at("/jobs/edges/0/node/state").asString()).isEqualTo("DONE");
        assertThat(filesLeft()).containsExactly("rejects.csv", "report.json");
    }

    @Test
    void aDryRunSaysWhatWouldBeRejectedAndWritesNothing() {
        var job = ended(send(director(), "/import?dryRun=true", Map.of("staff.csv", STAFF.getBytes(UTF_8))));

        assertThat(job.at("/state").asString()).isEqualTo("DONE");
        assertThat(get("/import/" + job.at("/id").asString() + "/rejects.csv").body())
                .contains("staff.csv,3,role,");
        assertThat(graph.run("MATCH (staff:Staff) RETURN staff.id")).isEmpty();
    }

    @Test
    void onlyADirectorUploadsAndIsToldWhatIsWrong() {
        var staff = Map.of("staff.csv", STAFF.getBytes(UTF_8));
        api.as("doctor");
        assertThat(refused(send(Api.basic("doctor", Api.PASSWORD), "/import", staff), 403))
                .isEqualTo("FORBIDDEN");
        assertThat(refused(send(null, "/import", staff), 401)).isEqualTo("UNAUTHENTICATED");
        assertThat(refused(send(director(), "/import", Map.of()), 400)).isEqualTo("INVALID_INPUT");
        assertThat(refused(send(director(), "/import", Map.of("../staff.csv", new byte[1])), 400))
                .isEqualTo("INVALID_INPUT");
        assertThat(refused(send(director(), "/import", Map.of("virus.exe", new byte[1])), 400))
                .isEqualTo("INVALID_INPUT");
        assertThat(refused(get("/import/nothing"), 404)).isEqualTo("NOT_FOUND");
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadFailsTheJobInOneSentence() {
        var job = ended(send(director(), "/import", Map.of("holidays.csv", "day\n".getBytes(UTF_8))));

        assertThat(job.at("/state").asString()).isEqualTo("FAILED");
        assertThat(job.at("/message").asString()).contains("none of the files of an import");
    }

    private JsonNode ended(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var id = JSON.readTree(accepted.body()).path("job").asString();
        jobs.watch(id).blockLast(Duration.ofMinutes(5));
        return api.ask("query ($id: ID!) { job(id: $id) { id state stage message } }", Map.of("id", id))
                .path("job");
    }

    private String refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body()).at("/errors/0/extensions/code").asString();
    }

    private List<String> filesLeft() {
        try (var paths = Files.exists(folders) ? Files.walk(folders) : Stream.<Path>empty()) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpResponse<String> get(String path) {
        return Api.send(HttpRequest.newBuilder(api.uri(path))
                .header("Authorization", director())
                .build());
    }

    private HttpResponse<String> send(String authorization, String path, Map<String, byte[]> files) {
        var body = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            body.writeBytes(
                    ("--cut\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n")
                            .formatted(name)
                            .getBytes(UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(UTF_8));
        });
        body.writeBytes("--cut--\r\n".getBytes(UTF_8));
        var request = HttpRequest.newBuilder(api.uri(path))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return Api.send(request.build());
    }

    private static String director() {
        return Api.basic("director", Api.PASSWORD);
    }
}
