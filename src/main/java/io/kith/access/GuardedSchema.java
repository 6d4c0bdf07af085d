package io.kith.access;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.GraphQLUnmodifiedType;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Puts a guard before the fields that need one, once at start: all roots, all that some level may not see, and all that
 * a controller answers. A property that every level may see has none, and costs nothing.
 */
@Component
class GuardedSchema extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

    private final Rules rules;
    private final SeenPhones phones;

    GuardedSchema(Rules rules, SeenPhones phones) {
        this.rules = rules;
        this.phones = phones;
    }

    @Override
    public void customize(SchemaResourceBuilder builder) {
        builder.typeVisitors(List.of(this));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition definition, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType type
                && !type.getName().startsWith("__")) {
            GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            var at = FieldCoordinates.coordinates(type, definition);
            var behind = registry.getDataFetcher(at, definition);
            var field = new Guard.Field(type.getName(), definition.getName(), Rules.ROOTS.contains(type.getName()));
            var rule = rules.of(field.type(), field.name());
            if (field.root() || !rule.isOpen() || isAnswered(behind) || isNode(field, definition)) {
                registry.dataFetcher(at, new Guard(field, rule, behind, phones));
            }
        }
        return TraversalControl.CONTINUE;
    }

    /** Whether a controller answers it, rather than a property of what is already there. */
    private static boolean isAnswered(DataFetcher<?> behind) {
        return !behind.getClass().getPackageName().startsWith("graphql.");
    }

    /** Clients of a page come in through its edges' nodes. */
    private static boolean isNode(Guard.Field field, GraphQLFieldDefinition definition) {
        GraphQLUnmodifiedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        return field.name().equals("node") && type instanceof GraphQLObjectType;
    }
}
