package io.kith;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.SchemaReport;

/** Keeps what Spring GraphQL found when it compared the schema with the Java behind it. */
@TestConfiguration
class SchemaInspection {

    private @Nullable SchemaReport report;

    @Bean
    GraphQlSourceBuilderCustomizer inspectSchema() {
        return builder -> builder.inspectSchemaMappings(found -> report = found);
    }

    SchemaReport report() {
        return Objects.requireNonNull(report);
    }
}
