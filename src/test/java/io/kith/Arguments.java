package io.kith;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values for the arguments of any field: what the schema wants, and no more; who wants others chooses otherwise. */
public class Arguments {

    /** What escapes every odd character, a lone half of one too. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** A name of an enumeration or a number written out. */
    protected record Name(String text) {}

    public static boolean mustBeGiven(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    public final @Nullable Object value(GraphQLArgument argument) {
        return value(argument.getType(), argument.getName(), 0);
    }

    /** Whether a value that may be null is. */
    protected boolean isNull() {
        return false;
    }

    /** Whether an input has a member it may do without. */
    protected boolean has(int depth) {
        return false;
    }

    protected int length() {
        return 0;
    }

    protected <T> T oneOf(List<T> several) {
        return several.get(0);
    }

    protected Object scalar(String type, String name) {
        return switch (type) {
            case "Int", "Long" -> 1;
            case "Float", "Decimal" -> 1.5;
            case "Boolean" -> false;
            case "Date" -> "2026-01-01";
            case "DateTime" -> "2026-01-01T00:00:00Z";
            default -> "nobody-of-this-name";
        };
    }

    private @Nullable Object value(GraphQLInputType type, String name, int depth) {
        if (type instanceof GraphQLNonNull needed) {
            return present((GraphQLInputType) needed.getWrappedType(), name, depth);
        }
        return isNull() ? null : present(type, name, depth);
    }

    private Object present(GraphQLInputType type, String name, int depth) {
        if (type instanceof GraphQLList list) {
            return IntStream.range(0, length())
                    .mapToObj(place -> value((GraphQLInputType) list.getWrappedType(), name, depth + 1))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        if (type instanceof GraphQLEnumType choice) {
            return new Name(oneOf(choice.getValues()).getName());
        }
        if (type instanceof GraphQLInputObjectType input) {
            var members = new LinkedHashMap<String, Object>();
            for (var member : input.getFieldDefinitions()) {
                if (mustBeGiven(member) || has(depth)) {
                    members.put(member.getName(), value(member.getType(), member.getName(), depth + 1));
                }
            }
            return members;
        }
        return scalar(((GraphQLScalarType) type).getName(), name);
    }

    private static boolean mustBeGiven(GraphQLInputObjectField member) {
        return GraphQLTypeUtil.isNonNull(member.getType()) && !member.hasSetDefaultValue();
    }

    /** As it stands in a document. */
    public static String literal(@Nullable Object value) {
        if (value instanceof Name name) {
            return name.text();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Arguments::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + ": " + literal(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return JSON.writeValueAsString(value);
    }

    /** As it stands among the variables. */
    public static String json(@Nullable Object value) {
        if (value instanceof Name name) {
            return Character.isLetter(name.text().charAt(0)) ? "\"" + name.text() + "\"" : name.text();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Arguments::json).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> "\"%s\": %s".formatted(member.getKey(), json(member.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return JSON.writeValueAsString(value);
    }
}
