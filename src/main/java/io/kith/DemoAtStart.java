package io.kith;

import io.kith.client.Clients;
import io.kith.edge.Clinic;
import io.kith.intake.DemoClinic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Loads a made-up clinic where {@code --demo} asks for it and the store holds no client yet. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoAtStart implements ApplicationRunner {

    private final Clients clients;
    private final Loading loading;
    private final Clinic clinic;
    private final Clock clock;

    DemoAtStart(Clients clients, Loading loading, Clinic clinic, Clock clock) {
        this.clients = clients;
        this.loading = loading;
        this.clinic = clinic;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (clients.count() > 0) {
            return;
        }
        System.out.printf("GENERATED DATA: loading a made-up clinic of %,d clients.%n", DemoClinic.DEFAULT_CLIENTS);
        var folder = Files.createTempDirectory("kith-demo");
        try {
            load(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void load(Path folder) throws IOException {
        DemoClinic.write(folder, DemoClinic.DEFAULT_CLIENTS, DemoClinic.DEFAULT_SEED, clinic.today(clock));
        loading.load(folder, false, false);
    }
}
