package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.access.Rule.Sight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The table {@code access/rules.txt}, read once at start. A field's own line wins over its type's ({@code Type.*}), and
 * that over the line of its type's ending ({@code *Connection.*}); roots need a line each; what has no line is nobody's.
 */
@Component
class Rules {

    static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private static final String FILE = "access/rules.txt";
    private static final Rule NONE = new Rule("", Map.of(), false);

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    Rules() {
        try {
            new ClassPathResource(FILE)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Map<String, Rule> all() {
        return rules;
    }

    /** The rule of a field; of none it is nobody's. */
    Rule of(String type, String field) {
        return find(type, field).orElse(NONE);
    }

    Optional<Rule> find(String type, String field) {
        var exact = rules.get(type + "." + field);
        if (exact != null || ROOTS.contains(type)) {
            return Optional.ofNullable(exact);
        }
        var ofType = rules.get(type + ".*");
        if (ofType != null) {
            return Optional.of(ofType);
        }
        return rules.values().stream()
                .filter(rule -> rule.what().startsWith("*") && rule.what().endsWith(".*"))
                .filter(rule ->
                        type.endsWith(rule.what().substring(1, rule.what().length() - 2)))
                .findFirst();
    }

    private void add(String line) {
        var cells = line.strip().split("\\s+");
        if (cells.length < 4 || cells.length > 5 || (cells.length == 5 && !cells[4].equals("key"))) {
            throw new IllegalStateException(
                    FILE + ": '" + line + "' must be: Type.field director doctor client-service [key]");
        }
        var sights = new EnumMap<Level, Sight>(Level.class);
        for (var level : Level.values()) {
            sights.put(level, sight(cells[level.ordinal() + 1]));
        }
        if (rules.put(cells[0], new Rule(cells[0], sights, cells.length == 5)) != null) {
            throw new IllegalStateException(FILE + ": '" + cells[0] + "' has two lines");
        }
    }

    private static Sight sight(String cell) {
        return Sight.valueOf(cell.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
