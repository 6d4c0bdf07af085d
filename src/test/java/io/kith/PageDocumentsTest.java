package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Locked down, Kith answers its own page: whatever the page may ask is kept among the documents. */
class PageDocumentsTest {

    private static final Path KEPT = Path.of("src/main/resources/documents/page.json");
    private static final Pattern ASKED_ON_THE_SPOT = Pattern.compile("\\b(?:ask|watch)\\(\\s*['\"`{]");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void everyQuestionOfThePageIsKept() throws IOException {
        var asked = PageQueries.all();
        var kept = new TreeMap<String, String>();
        if (Files.exists(KEPT)) {
            JSON.readTree(Files.readString(KEPT, UTF_8)).forEachEntry((name, text) -> kept.put(name, text.asString()));
        }
        if (!kept.equals(asked)) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, JSON.writeValueAsString(asked) + "\n", UTF_8);
        }
        assertThat((Map<String, String>) kept)
                .as("%s was stale and is written anew: commit it", KEPT)
                .isEqualTo(asked);
    }

    @Test
    void noQuestionIsPutTogetherOnTheSpot() throws IOException {
        try (var modules = Files.list(Path.of("src/main/resources/static"))) {
            for (var module :
                    (Iterable<Path>) modules.filter(file -> file.toString().endsWith(".js"))::iterator) {
                assertThat(Files.readString(module, UTF_8))
                        .as("%s: questions are constants", module)
                        .doesNotContainPattern(ASKED_ON_THE_SPOT);
            }
        }
    }
}
