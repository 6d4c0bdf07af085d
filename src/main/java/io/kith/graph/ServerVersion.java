package io.kith.graph;

import java.util.regex.Pattern;

/** Which servers know everything the statements use, by the name a server gives itself, such as {@code Neo4j/5.26.30}. */
final class ServerVersion {

    static final String OLDEST = "5.26";

    private static final Pattern NUMBERS = Pattern.compile("(?:Neo4j/)?(\\d{1,6})\\.(\\d{1,6}).*");

    private ServerVersion() {}

    static boolean isSupported(String server) {
        var numbers = NUMBERS.matcher(server);
        if (!numbers.matches()) {
            return false;
        }
        var major = Integer.parseInt(numbers.group(1));
        return major > 5 || major == 5 && Integer.parseInt(numbers.group(2)) >= 26;
    }
}
