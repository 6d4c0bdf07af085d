package io.kith;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.ExitCode;

/** Starts the application for one command; what keeps it from starting has been said when this returns. */
final class Start {

    /** The profile of a command that opens the store, does its work and ends. */
    static final String ONCE = "once";

    private static final String PORT = "--server.port=";

    private Start() {}

    /** Whether it now serves. */
    static boolean serving(boolean demo, String[] settings) {
        var application = application();
        if (demo) {
            application.setAdditionalProfiles("demo");
        }
        return started(application, settings) != null;
    }

    /** Does one task on the store without listening on a port, and returns its status. */
    static int once(String[] settings, ToIntFunction<ApplicationContext> task) {
        var application = application();
        application.setAdditionalProfiles(ONCE);
        var unheard = Stream.concat(
                        Arrays.stream(settings).filter(setting -> !setting.startsWith(PORT)), Stream.of(PORT + "-1"))
                .toArray(String[]::new);
        try (var kith = started(application, unheard)) {
            return kith == null ? ExitCode.SOFTWARE : untilStopped(kith, task);
        }
    }

    /** A signal closes the store under the task: what it then says of a closed store says nothing. */
    private static int untilStopped(ConfigurableApplicationContext kith, ToIntFunction<ApplicationContext> task) {
        try {
            return task.applyAsInt(kith);
        } catch (RuntimeException failed) {
            if (kith.isActive()) {
                throw failed;
            }
            System.err.println("Stopped before the end; what was written stays, and the same command adds the rest.");
            return ExitCode.SOFTWARE;
        }
    }

    /** Where the settings of a command, else the environment, put the embedded store. */
    static Path storeDirectory(String[] settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings));
        return Binder.get(environment).bind("kith.store.directory", Path.class).orElse(Path.of("data"));
    }

    private static @Nullable ConfigurableApplicationContext started(SpringApplication application, String[] settings) {
        try {
            return application.run(settings);
        } catch (RuntimeException reported) {
            return null;
        }
    }

    private static SpringApplication application() {
        var application = new SpringApplication(Kith.class);
        application.setLogStartupInfo(false);
        return application;
    }
}
