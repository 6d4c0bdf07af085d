package io.kith.edge;

import static java.util.Objects.requireNonNull;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.LocalDate;
import java.util.Locale;

/** The scalar Date: a day of the years 1 to 9999; on others a quarter or a week more would be no day any longer. */
final class Days implements Coercing<LocalDate, String> {

    private static final int LAST_YEAR = 9_999;
    private static final String REFUSAL = "A Date lies in the years 1 to %d.".formatted(LAST_YEAR);

    private final Coercing<?, ?> plain = ExtendedScalars.Date.getCoercing();

    /** Whether a year is one that days and instants are taken of. */
    static boolean isTaken(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        return requireNonNull((String) plain.serialize(result, context, locale));
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
        var day = requireNonNull((LocalDate) plain.parseValue(input, context, locale));
        if (!isTaken(day.getYear())) {
            throw new CoercingParseValueException(REFUSAL);
        }
        return day;
    }

    @Override
    public LocalDate parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        var day = requireNonNull((LocalDate) plain.parseLiteral(input, variables, context, locale));
        if (!isTaken(day.getYear())) {
            throw new CoercingParseLiteralException(REFUSAL);
        }
        return day;
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return plain.valueToLiteral(input, context, locale);
    }
}
