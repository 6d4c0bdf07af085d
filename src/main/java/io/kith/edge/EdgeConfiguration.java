package io.kith.edge;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars of the schema, the one clock, and who answers where nobody else did. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    private static final GraphQLScalarType DECIMAL = ExtendedScalars.GraphQLBigDecimal.transform(
            scalar -> scalar.name("Decimal").coercing(new Decimals()));

    private static final GraphQLScalarType DATE = ExtendedScalars.Date.transform(scalar -> scalar.coercing(new Days()));

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Inside Spring Boot's own, which then finds every error answered. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorAnswers() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ErrorAnswers()));
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(DATE)
                .scalar(Instants.SCALAR)
                .scalar(DECIMAL)
                .scalar(Column.SCALAR)
                .scalar(ExtendedScalars.GraphQLLong);
    }
}
