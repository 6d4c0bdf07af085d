package io.kith;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Kith's one entry point. What nobody else answers, {@code edge} does: no error page beside it. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Kith {

    public static void main(String[] arguments) {
        var status = Commands.run(arguments);
        if (status != Commands.SERVING) {
            System.exit(status);
        }
    }
}
