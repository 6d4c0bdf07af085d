package io.kith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Kith's one entry point. */
@SpringBootApplication
public class Kith {

    public static void main(String[] arguments) {
        SpringApplication.run(Kith.class, arguments);
    }
}
