package io.kith;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves all of tracing unloaded until a setting says where traces go: no span is made that nobody receives. */
final class TracingWhereAsked implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.";
    private static final String TRACING = "org.springframework.boot.micrometer.tracing.";

    private boolean asked;

    @Override
    public void setEnvironment(Environment environment) {
        asked = !environment.getProperty(ENDPOINT, "").isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[configurations.length];
        for (var at = 0; at < wanted.length; at++) {
            wanted[at] = asked || !traces(configurations[at]);
        }
        return wanted;
    }

    private static boolean traces(@Nullable String configuration) {
        return configuration != null && (configuration.startsWith(OPEN_TELEMETRY) || configuration.startsWith(TRACING));
    }
}
