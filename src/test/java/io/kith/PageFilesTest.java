package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the page is made of: its import map, its modules, its words. */
@KithTest
class PageFilesTest {

    private static final Path GRAPHIQL = Path.of("src/main/resources/graphiql/index.html");
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern FROM_HERE =
            Pattern.compile("(?:href|src)=\"(/[^\"]+)\"|(?:from|import|import\\() ?'(/[^']+)'");
    private static final Pattern PHRASE =
            Pattern.compile("^  '?([\\w.]+)'?: \\['(.*?)', '(.*?)', '(.*)'\\],$", Pattern.MULTILINE);
    private static final Pattern SAID = Pattern.compile("\\bt(?:\\.optional)?\\(\\s*'([\\w.]+)'");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    @Autowired
    Api api;

    @Test
    void theOnlyScriptInsideThePageIsTheImportMapThatThePolicyNames() throws GeneralSecurityException {
        var page = get("/");
        var map = importMap(page.body());
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(map.getBytes(UTF_8)));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self' 'sha256-" + hash + "';");
        assertThat(page.body().replace(map, "")).doesNotContain("style=", "onclick", "javascript:");
    }

    @Test
    void whatTheImportMapNamesIsThereAndKeptByTheBrowser() {
        var addresses = JsonMapper.shared()
                .readTree(importMap(get("/").body()))
                .path("imports")
                .valueStream()
                .map(address -> address.asString())
                .filter(address -> !address.endsWith("/"))
                .toList();

        assertThat(addresses).hasSizeGreaterThan(4).allSatisfy(address -> {
            var file = get(address);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
            assertThat(file.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
        });
    }

    @Test
    void whatThePageAsksForIsThere() throws IOException {
        var asked = new TreeSet<String>();
        var pages = new ArrayList<>(files(".js", ".html"));
        pages.add(GRAPHIQL);
        for (var file : pages) {
            FROM_HERE
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(match -> asked.add(match.group(1) == null ? match.group(2) : match.group(1)));
        }

        assertThat(asked)
                .contains("/app.js", "/kith.css")
                .allSatisfy(path -> assertThat(get(path).statusCode()).isEqualTo(200));
    }

    @Test
    void itsScriptsComeCompressed() {
        var request = HttpRequest.newBuilder(api.uri("/words.js"))
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .header("Accept-Encoding", "gzip");

        assertThat(Api.send(request.build()).headers().firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void everyPhraseIsSaidInThreeLanguagesWithTheSameValues() throws IOException {
        var phrases = phrases();

        assertThat(phrases).hasSizeGreaterThan(200).allSatisfy((key, said) -> {
            assertThat(said).hasSize(3).noneMatch(String::isBlank);
            assertThat(values(said.get(1))).isEqualTo(values(said.get(0)));
            assertThat(values(said.get(2))).isEqualTo(values(said.get(0)));
        });
    }

    @Test
    void thePageSaysNothingItHasNoWordsFor() throws IOException {
        var words = phrases().keySet();
        var missing = new ArrayList<String>();
        for (var file : files(".js")) {
            SAID.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !words.contains(key))
                    .forEach(key -> missing.add(file.getFileName() + ": " + key));
        }

        assertThat(missing).isEmpty();
    }

    private static Map<String, List<String>> phrases() throws IOException {
        var phrases = new TreeMap<String, List<String>>();
        PHRASE.matcher(Files.readString(STATIC.resolve("words.js")))
                .results()
                .forEach(match -> phrases.put(match.group(1), List.of(match.group(2), match.group(3), match.group(4))));
        return phrases;
    }

    private static Set<String> values(String phrase) {
        var values = new HashSet<String>();
        VALUE.matcher(phrase).results().forEach(match -> values.add(match.group(1)));
        return values;
    }

    private static String importMap(String page) {
        var map = IMPORT_MAP.matcher(page);
        assertThat(map.find()).as("an import map in the page").isTrue();
        return map.group(1);
    }

    private static List<Path> files(String... endings) throws IOException {
        try (var found = Files.list(STATIC)) {
            return found.filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private HttpResponse<String> get(String path) {
        return Api.send(HttpRequest.newBuilder(api.uri(path))
                .header("Authorization", Api.basic("director", Api.PASSWORD))
                .build());
    }
}
