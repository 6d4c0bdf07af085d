package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The questions of the page's modules, as the browser puts them together. */
final class PageQueries {

    private static final Path MODULES = Path.of("src/main/resources/static");
    private static final Pattern TEXT = Pattern.compile("(?m)^const (\\w+) = (?:`([^`]*)`|'([^']*)');");
    private static final Pattern SHARED = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern QUESTION = Pattern.compile("(query|mutation|subscription)\\b|\\{ *\\w+");

    private PageQueries() {}

    /** By the name of the module and the constant. */
    static SortedMap<String, String> all() throws IOException {
        var questions = new TreeMap<String, String>();
        try (var files = Files.list(MODULES)) {
            for (var file : (Iterable<Path>) files.sorted()::iterator) {
                var name = file.getFileName().toString();
                if (name.endsWith(".js")) {
                    of(Files.readString(file, UTF_8))
                            .forEach((constant, text) -> questions.put(name.replace(".js", ".") + constant, text));
                }
            }
        }
        return questions;
    }

    /** The questions of a module, with the parts they share put in. */
    private static Map<String, String> of(String module) {
        var texts = new HashMap<String, String>();
        for (var match : TEXT.matcher(module).results().toList()) {
            var text = match.group(2) == null ? match.group(3) : match.group(2);
            texts.put(match.group(1), SHARED.matcher(text).replaceAll(part -> texts.get(part.group(1))));
        }
        texts.values().removeIf(text -> !QUESTION.matcher(text).lookingAt());
        return texts;
    }
}
