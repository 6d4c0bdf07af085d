package io.kith.access;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.kith.Arguments;
import io.kith.access.Ways.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One document that goes several ways at once; wherever one ends at a client, it asks for her phone. */
final class WrittenWays {

    private static final Arguments NEEDED = new Arguments();
    private static final String FEW = "5";

    private final Map<String, String> known;
    private final Branch root = new Branch();

    private static final class Branch {
        private final Map<Step, Branch> further = new LinkedHashMap<>();
    }

    /** @param known literals of arguments such as {@code Query.client.id}; others get what the schema wants */
    WrittenWays(Map<String, String> known, List<List<Step>> ways) {
        this.known = known;
        for (var way : ways) {
            var at = root;
            for (var step : way) {
                at = at.further.computeIfAbsent(step, none -> new Branch());
            }
        }
    }

    @Override
    public String toString() {
        var operation = root.further.keySet().iterator().next().type().getName().toLowerCase(Locale.ROOT);
        return operation + written(root);
    }

    private String written(Branch branch) {
        return branch.further.entrySet().stream()
                .map(one -> written(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" ", " { ", " }"));
    }

    private String written(Step step, Branch branch) {
        var given = step.field().getArguments().stream()
                .map(argument -> written(step, argument))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return step.field().getName() + (given.isEmpty() ? "" : "(" + given + ")") + selection(step, branch);
    }

    private @Nullable String written(Step step, GraphQLArgument argument) {
        var literal = known.get(step + "." + argument.getName());
        if (literal == null && Arguments.mustBeGiven(argument)) {
            literal = Arguments.literal(NEEDED.value(argument));
        }
        if (literal == null && argument.getName().equals("first")) {
            literal = FEW;
        }
        return literal == null ? null : argument.getName() + ": " + literal;
    }

    private String selection(Step step, Branch branch) {
        if (!branch.further.isEmpty()) {
            return written(branch);
        }
        if (GraphQLTypeUtil.unwrapAll(step.field().getType()) instanceof GraphQLObjectType type) {
            return type.getName().equals("Client") ? " { phone }" : " { __typename }";
        }
        return "";
    }
}
