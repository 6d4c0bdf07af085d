package io.kith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Kith's one entry point. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kith {

    public static void main(String[] arguments) {
        SpringApplication.run(Kith.class, arguments);
    }
}
