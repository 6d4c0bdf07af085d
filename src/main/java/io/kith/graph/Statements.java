package io.kith.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every Cypher statement of {@code cypher/<feature>/<name>.cypher}, by the name {@code <feature>/<name>}. */
@Component
class Statements {

    private final Map<String, String> texts = new TreeMap<>();

    Statements() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:cypher/*/*.cypher")) {
                var name = name(file);
                if (!name.startsWith("migrations/")) {
                    texts.put(name, withoutComments(file.getContentAsString(UTF_8)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String name) {
        var text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("There is no statement cypher/%s.cypher".formatted(name));
        }
        return text;
    }

    private static String name(Resource file) throws IOException {
        var path = file.getURL().getPath();
        return path.substring(path.lastIndexOf("cypher/") + "cypher/".length(), path.length() - ".cypher".length());
    }

    private static String withoutComments(String file) {
        return file.lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
    }
}
