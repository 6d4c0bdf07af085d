package io.kith.edge;

import static java.util.Objects.requireNonNull;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.util.Locale;

/** The scalar Decimal: an exact number of at most a hundred digits; {@code 1E+999999999} written out would fill the heap. */
final class Decimals implements Coercing<BigDecimal, BigDecimal> {

    private static final int DIGITS = 100;
    private static final String REFUSAL =
            "A Decimal has at most %d digits on either side of its point.".formatted(DIGITS);

    private final Coercing<?, ?> plain = ExtendedScalars.GraphQLBigDecimal.getCoercing();

    @Override
    public BigDecimal serialize(Object result, GraphQLContext context, Locale locale) {
        return requireNonNull((BigDecimal) plain.serialize(result, context, locale));
    }

    @Override
    public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
        var number = requireNonNull((BigDecimal) plain.parseValue(input, context, locale));
        if (isTooLong(number)) {
            throw new CoercingParseValueException(REFUSAL);
        }
        return number;
    }

    @Override
    public BigDecimal parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        var number = requireNonNull((BigDecimal) plain.parseLiteral(input, variables, context, locale));
        if (isTooLong(number)) {
            throw new CoercingParseLiteralException(REFUSAL);
        }
        return number;
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return plain.valueToLiteral(input, context, locale);
    }

    private static boolean isTooLong(BigDecimal number) {
        return Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS;
    }
}
