package io.kith;

import org.springframework.boot.SpringApplication;

/** Starts the application for one command; what keeps it from starting has been said when this returns. */
final class Start {

    private Start() {}

    /** Whether it now serves. */
    static boolean serving(boolean demo, String[] settings) {
        var application = application();
        if (demo) {
            application.setAdditionalProfiles("demo");
        }
        try {
            application.run(settings);
            return true;
        } catch (RuntimeException reported) {
            return false;
        }
    }

    private static SpringApplication application() {
        var application = new SpringApplication(Kith.class);
        application.setLogStartupInfo(false);
        return application;
    }
}
