package io.kith;

/**
 * What {@code java -jar kith.jar} meets first: compiled for Java 8, so that a JVM too old for the rest is told so in a
 * sentence.
 */
public final class Launcher {

    private static final int OLDEST = 17;

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (isTooOld(version)) {
            System.err.println("Kith needs Java " + OLDEST + " or later; this is Java " + version + " ("
                    + System.getProperty("java.home") + ").");
            System.exit(1);
        }
        Class.forName("io.kith.IndexedLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** Java 8 and before call themselves 1.8, 1.7 and so on. */
    static boolean isTooOld(String version) {
        return version.startsWith("1.") || Integer.parseInt(version) < OLDEST;
    }
}
