package io.kith;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import io.kith.access.Door;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole schema as one file, for whoever generates types from it; introspection stays off. */
@RestController
class SchemaController {

    private final GraphQlSource source;

    SchemaController(GraphQlSource source) {
        this.source = source;
    }

    @Door("Http.schema")
    @GetMapping(path = "/graphql/schema", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String schema() {
        return text(source.schema());
    }

    static String text(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeSchemaDefinition(false)
                        .includeDirectiveDefinitions(false))
                .print(schema);
    }
}
