package io.kith.edge;

/** Values as an error message may show them. */
public final class Shown {

    private static final int LONGEST = 64;

    private Shown() {}

    /** The value on one line, cut at 64 characters. */
    public static String shortly(String value) {
        var line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
