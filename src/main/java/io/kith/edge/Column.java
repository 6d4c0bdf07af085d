package io.kith.edge;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The scalar Column: many values of one kind as one answer, which costs a fraction of a list of a type. */
public record Column(List<? extends @Nullable Object> values) {

    static final GraphQLScalarType SCALAR = GraphQLScalarType.newScalar()
            .name("Column")
            .description("Values of one kind, a position a client; null where one is unknown.")
            .coercing(new Serialization())
            .build();

    private static final class Serialization implements Coercing<Column, List<? extends @Nullable Object>> {

        @Override
        public List<? extends @Nullable Object> serialize(Object result, GraphQLContext context, Locale locale) {
            if (result instanceof Column column) {
                return column.values();
            }
            throw new CoercingSerializeException("A Column is made of a column.");
        }
    }
}
