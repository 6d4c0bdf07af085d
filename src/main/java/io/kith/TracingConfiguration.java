package io.kith;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends traces, where they are asked for, past {@link SpansWithoutMessages}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracingWhereAsked.ENDPOINT)
class TracingConfiguration {

    @Bean
    SpanExporters withoutMessages(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().map(SpansWithoutMessages::new).toList());
    }
}
