package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the design: in Java, in Cypher and in the schema. */
class ArchitectureTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Kith.class);

    private static final Pattern NODE_LABELS = Pattern.compile("\\((?:\\w*)((?:[:|&]!?\\w+)+)");
    private static final Pattern LINK_TYPES = Pattern.compile("\\[(?:\\w*)((?:[:|]!?\\w+)+)");
    private static final Pattern EXTENDED = Pattern.compile("^extend type (\\w+)", Pattern.MULTILINE);
    private static final Pattern DEFINED =
            Pattern.compile("^(?:type|input|enum|interface|union|scalar) (\\w+)", Pattern.MULTILINE);

    @Test
    void javaFollowsTheArrows() {
        MODULES.verify();
    }

    @Test
    void cypherFollowsTheArrows() throws IOException {
        var strays = new ArrayList<String>();
        for (var file : files("cypher", ".cypher")) {
            var feature = file.getParent().getFileName().toString();
            if (feature.equals("migrations")) {
                continue;
            }
            for (var word : words(Files.readString(file, UTF_8))) {
                var owner = Vocabulary.owners().get(word);
                if (owner == null || !sees(feature, owner)) {
                    strays.add("%s: %s of %s".formatted(file, word, owner));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void theSchemaFollowsTheArrows() throws IOException {
        var owners = new HashMap<String, String>();
        for (var file : files("graphql-schema", ".graphqls")) {
            var matcher = DEFINED.matcher(Files.readString(file, UTF_8));
            while (matcher.find()) {
                owners.put(matcher.group(1), feature(file));
            }
        }
        var strays = new ArrayList<String>();
        for (var file : files("graphql-schema", ".graphqls")) {
            var matcher = EXTENDED.matcher(Files.readString(file, UTF_8));
            while (matcher.find()) {
                var owner = String.valueOf(owners.get(matcher.group(1)));
                if (!owner.equals("schema") && !sees(feature(file), owner)) {
                    strays.add("%s extends %s of %s".formatted(file, matcher.group(1), owner));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    private static boolean sees(String feature, String owner) {
        if (feature.equals(owner)) {
            return true;
        }
        try {
            var arrows = Class.forName("io.kith." + feature + ".package-info").getAnnotation(ApplicationModule.class);
            return List.of(arrows.allowedDependencies()).contains(owner);
        } catch (ClassNotFoundException nowhere) {
            return false;
        }
    }

    private static Set<String> words(String statement) {
        var text = statement.replaceAll("(?m)^//.*$", "").replaceAll("'[^']*'", "''");
        var words = new TreeSet<String>();
        for (var pattern : List.of(NODE_LABELS, LINK_TYPES)) {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                for (var word : matcher.group(1).split("[:|&!]+")) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            }
        }
        return words;
    }

    private static String feature(Path file) {
        return file.getFileName().toString().replace(".graphqls", "");
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var found = Files.walk(Path.of(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
