package io.kith.access;

import graphql.schema.GraphQLSchema;
import io.kith.Api;
import io.kith.access.Rule.Sight;
import io.kith.access.Ways.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One level's look at every field over HTTP: what it was given and refused, and where that is not what the table says. */
final class Look {

    private static final int WAYS_AT_ONCE = 120;

    private final Level level;
    private final Api api;
    private final Rules rules;
    private final Map<String, String> known;
    private final List<String> faults = new ArrayList<>();
    private final Set<Step> reached = new HashSet<>();
    private final Set<Step> filled = new HashSet<>();
    private final List<String> documents = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    /** @param known literals of arguments that lead somewhere */
    Look(Level level, Api api, Rules rules, Map<String, String> known) {
        this.level = level;
        this.api = api;
        this.rules = rules;
        this.known = known;
    }

    /** Asks for all of them; where a way leads to nothing in this clinic, along the next one. */
    Look at(Collection<Step> fields, GraphQLSchema schema) {
        var open = new Ways(schema, step -> !isClosed(step));
        var all = new Ways(schema, step -> true);
        var ways = new LinkedHashMap<Step, Iterator<List<Step>>>();
        for (var field : fields) {
            var found = open.to(field).isEmpty() ? all.to(field) : open.to(field);
            ways.put(field, found.iterator());
        }
        while (!ways.isEmpty()) {
            ways.entrySet()
                    .removeIf(one -> isMet(one.getKey()) || !one.getValue().hasNext());
            var next = ways.values().stream().map(Iterator::next).toList();
            var refused = next.stream()
                    .collect(Collectors.partitioningBy(way -> closed(way).isPresent()));
            batches(refused.get(false)).forEach(this::isGiven);
            batches(refused.get(true)).forEach(this::isRefused);
        }
        return this;
    }

    List<String> faults() {
        return faults;
    }

    List<String> documents() {
        return documents;
    }

    List<String> answers() {
        return answers;
    }

    /** Whether a field was refused or given; where the table tells levels apart, with something in it. */
    boolean isMet(Step field) {
        return filled.contains(field) || reached.contains(field) && rule(field).isOpen();
    }

    private Rule rule(Step field) {
        return rules.of(field.type().getName(), field.field().getName());
    }

    private boolean isClosed(Step step) {
        return rule(step).of(level) == Sight.NO;
    }

    /** The way as far as its first closed field; empty where it is open to its end. */
    private Optional<List<Step>> closed(List<Step> way) {
        for (var steps = 1; steps <= way.size(); steps++) {
            if (isClosed(way.get(steps - 1))) {
                return Optional.of(way.subList(0, steps));
            }
        }
        return Optional.empty();
    }

    private void isGiven(List<List<Step>> ways) {
        var answer = send(ways);
        answer.path("errors").forEach(error -> faults.add("%s may see it all and got %s".formatted(level, error)));
        for (var way : ways) {
            var values = values(answer, way).toList();
            if (!values.isEmpty()) {
                reached.add(last(way));
            }
            if (values.stream().anyMatch(value -> !value.isNull())) {
                filled.add(last(way));
            }
        }
    }

    private void isRefused(List<List<Step>> ways) {
        var answer = send(ways);
        var refused = new TreeSet<String>();
        for (var error : answer.path("errors")) {
            refused.add(error.at("/extensions/code").asString() + " " + path(error));
        }
        var expected = new TreeSet<String>();
        for (var way : ways) {
            var closed = closed(way).orElseThrow();
            var refusal = "FORBIDDEN " + path(closed);
            expected.add(refusal);
            if (refused.contains(refusal)) {
                filled.add(last(way));
            }
            if (values(answer, closed).anyMatch(value -> !value.isNull())) {
                faults.add("%s was given %s".formatted(level, path(closed)));
            }
        }
        refused.removeAll(expected);
        refused.forEach(other -> faults.add("%s met %s".formatted(level, other)));
    }

    private JsonNode send(List<List<Step>> ways) {
        var document = new WrittenWays(known, ways).toString();
        var answer = api.send(document, Map.of());
        documents.add(document);
        answers.add(answer.toString());
        return answer;
    }

    /** As many ways a document as it may hold; of mutations one field. */
    private static List<List<List<Step>>> batches(List<List<Step>> ways) {
        var byRoot = ways.stream().collect(Collectors.groupingBy(Look::document));
        var batches = new ArrayList<List<List<Step>>>();
        for (var together : byRoot.values()) {
            for (var from = 0; from < together.size(); from += WAYS_AT_ONCE) {
                batches.add(together.subList(from, Math.min(together.size(), from + WAYS_AT_ONCE)));
            }
        }
        return batches;
    }

    private static String document(List<Step> way) {
        var root = way.get(0);
        return root.type().getName().equals("Query") ? "Query" : root.toString();
    }

    /** What an answer holds at the end of a way, once for each time there is something to hold it. */
    private static Stream<JsonNode> values(JsonNode answer, List<Step> way) {
        var values = Stream.of(answer.path("data"));
        for (var step : way) {
            values = values.flatMap(Look::each)
                    .filter(value -> value.has(step.field().getName()))
                    .map(value -> value.get(step.field().getName()));
        }
        return values;
    }

    private static Stream<JsonNode> each(JsonNode value) {
        return value.isArray() ? value.valueStream().flatMap(Look::each) : Stream.of(value);
    }

    private static String path(JsonNode error) {
        return error.path("path")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.joining("."));
    }

    private static String path(List<Step> way) {
        return way.stream().map(step -> step.field().getName()).collect(Collectors.joining("."));
    }

    private static Step last(List<Step> way) {
        return way.get(way.size() - 1);
    }
}
