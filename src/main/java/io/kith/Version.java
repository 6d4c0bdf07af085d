package io.kith;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Kith this is, as the build noted it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"Kith " + number()};
    }

    static String number() throws IOException {
        var build = new Properties();
        try (var file = Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (file != null) {
                build.load(file);
            }
        }
        return build.getProperty("build.version", "built in an editor");
    }
}
