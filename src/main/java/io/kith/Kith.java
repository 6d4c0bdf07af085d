package io.kith;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Kith's one entry point. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kith {

    public static void main(String[] arguments) {
        var status = Commands.run(arguments);
        if (status != Commands.SERVING) {
            System.exit(status);
        }
    }
}
