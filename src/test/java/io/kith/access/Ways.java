package io.kith.access;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The ways from a root to the fields of a schema, breadth first: by queries, or by mutations to what no query shows. */
final class Ways {

    private static final int MOST = 12;

    private final Map<GraphQLObjectType, List<List<Step>>> to = new LinkedHashMap<>();

    /** A field on the way. */
    record Step(GraphQLObjectType type, GraphQLFieldDefinition field) {

        @Override
        public String toString() {
            return type.getName() + "." + field.getName();
        }
    }

    /** Only those that pass through open fields alone. */
    Ways(GraphQLSchema schema, Predicate<Step> open) {
        follow(schema.getQueryType(), open);
        follow(schema.getMutationType(), open);
    }

    /** The first few ways to a field, shortest first; the field itself may be closed. */
    List<List<Step>> to(Step field) {
        return to.getOrDefault(field.type(), List.of()).stream()
                .map(way -> and(way, field))
                .toList();
    }

    private void follow(GraphQLObjectType root, Predicate<Step> open) {
        var before = Set.copyOf(to.keySet());
        var waiting = new ArrayDeque<List<Step>>();
        each(root, List.of(), open, waiting);
        if (before.isEmpty()) {
            to.put(root, List.of(List.of()));
        }
        while (!waiting.isEmpty()) {
            var way = waiting.remove();
            var type = (GraphQLObjectType)
                    GraphQLTypeUtil.unwrapAll(way.get(way.size() - 1).field().getType());
            var known = to.computeIfAbsent(type, none -> new ArrayList<>());
            if (!before.contains(type) && known.size() < MOST) {
                known.add(way);
                each(type, way, open, waiting);
            }
        }
    }

    /** The ways one step further, none through a type twice. */
    private static void each(
            GraphQLObjectType type, List<Step> way, Predicate<Step> open, ArrayDeque<List<Step>> waiting) {
        for (var field : type.getFieldDefinitions()) {
            var step = new Step(type, field);
            if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType next
                    && way.stream().noneMatch(passed -> passed.type().equals(next))
                    && open.test(step)) {
                waiting.add(and(way, step));
            }
        }
    }

    private static List<Step> and(List<Step> way, Step step) {
        var further = new ArrayList<>(way);
        further.add(step);
        return List.copyOf(further);
    }
}
