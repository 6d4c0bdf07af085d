package io.kith.edge;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula, made harmless by an apostrophe before them, and made themselves again.
 *
 * <p>A cell that begins with {@code = + - @}, their full-width forms, a tab or a line break, after any apostrophes of its
 * own, gets one apostrophe more; reading takes one away from just these cells. Plain numbers such as {@code -5} or
 * {@code +8613800138000} stay as they are.
 */
public final class FormulaCells {

    private static final String TRIGGERS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private FormulaCells() {}

    /** The cell as a file may hold it. */
    public static String neutralised(String cell) {
        return triggers(cell, 0) && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The cell as it was before it was made harmless. */
    public static String restored(String cell) {
        return cell.startsWith("'") && triggers(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean triggers(String cell, int from) {
        int first = from;
        while (first < cell.length() && cell.charAt(first) == '\'') {
            first++;
        }
        return first < cell.length() && TRIGGERS.indexOf(cell.charAt(first)) >= 0;
    }
}
