package io.kith.edge;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** The scalar DateTime: an instant, written in UTC and read with any offset. */
final class Instants implements Coercing<Instant, String> {

    static final GraphQLScalarType SCALAR = GraphQLScalarType.newScalar()
            .name("DateTime")
            .description("An instant with its offset, ISO 8601.")
            .coercing(new Instants())
            .build();

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        if (result instanceof Instant instant) {
            return instant.toString();
        }
        throw new CoercingSerializeException("A DateTime is made of an instant.");
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof String text) {
            try {
                return read(text);
            } catch (DateTimeException notOne) {
                throw new CoercingParseValueException(refusal(text));
            }
        }
        throw new CoercingParseValueException(refusal(String.valueOf(input)));
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text) {
            try {
                return read(String.valueOf(text.getValue()));
            } catch (DateTimeException notOne) {
                throw new CoercingParseLiteralException(refusal(String.valueOf(text.getValue())));
            }
        }
        throw new CoercingParseLiteralException("What is given is no text, and an instant is one.");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(input, context, locale));
    }

    private static Instant read(String text) {
        var at = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        if (!Days.isTaken(at.getYear())) {
            throw new DateTimeException("beyond the years that are taken");
        }
        return at.toInstant();
    }

    private static String refusal(String text) {
        return "'%s' is not an instant with an offset such as 2026-03-01T10:00:00Z.".formatted(Shown.shortly(text));
    }
}
