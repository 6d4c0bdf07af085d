package io.kith;

import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address to open, once Kith answers there. */
@Component
@Profile("!" + Start.ONCE)
class Ready {

    @EventListener
    void printAddress(ApplicationReadyEvent ready) throws IOException {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var took = ready.getTimeTaken() == null ? Duration.ZERO : ready.getTimeTaken();
            System.out.printf(
                    "Kith %s is ready after %.1f s: http://localhost:%d/ (Ctrl-C stops it)%n",
                    Version.number(), took.toMillis() / 1e3, web.getWebServer().getPort());
        }
    }
}
