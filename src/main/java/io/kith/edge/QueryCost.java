package io.kith.edge;

import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many fields an answer may come to: those within a list count once for each of its {@code first}. */
final class QueryCost {

    private static final String FIRST = "first";
    private static final long PLENTY = 1_000_000_000;

    private final ExecutionContext context;
    private final Map<String, Long> fragments = new HashMap<>();

    private QueryCost(ExecutionContext context) {
        this.context = context;
    }

    static long of(ExecutionContext context) {
        var operation = context.getOperationDefinition();
        var schema = context.getGraphQLSchema();
        var root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return new QueryCost(context).of(operation.getSelectionSet(), root);
    }

    private long of(@Nullable SelectionSet selections, @Nullable GraphQLType type) {
        var cost = 0L;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    cost += of(field, type);
                } else if (selection instanceof InlineFragment inline) {
                    var on = inline.getTypeCondition();
                    cost += of(
                            inline.getSelectionSet(),
                            on == null ? type : context.getGraphQLSchema().getType(on.getName()));
                } else if (selection instanceof FragmentSpread spread) {
                    cost += of(spread.getName());
                }
            }
        }
        return Math.min(PLENTY, cost);
    }

    /** The same wherever it is spread: a fragment names its type. */
    private long of(String name) {
        var known = fragments.get(name);
        if (known == null) {
            var fragment = context.getFragment(name);
            known = fragment == null
                    ? 0L
                    : of(
                            fragment.getSelectionSet(),
                            context.getGraphQLSchema()
                                    .getType(fragment.getTypeCondition().getName()));
            fragments.put(name, known);
        }
        return known;
    }

    private long of(Field field, @Nullable GraphQLType type) {
        var definition =
                type instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(field.getName()) : null;
        if (definition == null) {
            return 1;
        }
        var within = of(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
        return Math.min(PLENTY, 1 + times(field, definition) * within);
    }

    private long times(Field field, GraphQLFieldDefinition definition) {
        var argument = definition.getArgument(FIRST);
        if (argument == null || !isList(definition.getType())) {
            return 1;
        }
        for (var given : field.getArguments()) {
            if (given.getName().equals(FIRST)) {
                return number(given);
            }
        }
        return argument.hasSetDefaultValue()
                ? number(argument.getArgumentDefaultValue().getValue())
                : 1;
    }

    /** A field may have a {@code first} and answer with one thing all the same, such as a part of a file. */
    private static boolean isList(GraphQLType type) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))
                || GraphQLTypeUtil.unwrapAll(type).getName().endsWith("Connection");
    }

    private long number(Argument given) {
        return given.getValue() instanceof VariableReference variable
                ? number(context.getCoercedVariables().get(variable.getName()))
                : number(given.getValue());
    }

    /** What is no number is refused elsewhere, and so is a page beyond the longest. */
    private static long number(@Nullable Object value) {
        if (value instanceof IntValue literal) {
            return clamped(literal.getValue());
        }
        if (value instanceof Number number) {
            return Math.max(1, Math.min(PLENTY, number.longValue()));
        }
        return 1;
    }

    private static long clamped(BigInteger value) {
        return value.max(BigInteger.ONE).min(BigInteger.valueOf(PLENTY)).longValue();
    }
}
