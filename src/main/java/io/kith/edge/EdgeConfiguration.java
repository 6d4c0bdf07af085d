package io.kith.edge;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars of the schema and the one clock. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    private static final GraphQLScalarType DECIMAL =
            ExtendedScalars.GraphQLBigDecimal.transform(scalar -> scalar.name("Decimal"));

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(ExtendedScalars.Date)
                .scalar(Instants.SCALAR)
                .scalar(DECIMAL)
                .scalar(Column.SCALAR)
                .scalar(ExtendedScalars.GraphQLLong);
    }
}
