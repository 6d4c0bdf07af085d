package io.kith.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param first how many elements, 0 to 200
 * @param after the position the page continues behind, as a cursor remembered it; null for the first page
 */
public record Paging(int first, @Nullable String after) {

    /** The largest page of any list. */
    public static final int LARGEST = 200;

    private static final int LONGEST_CURSOR = 1_000;

    /**
     * The page a field's arguments ask for.
     *
     * @throws InvalidInput for a negative or missing {@code first} or a cursor that is none of ours
     * @throws LimitExceeded for more than 200 elements
     */
    public static Paging of(@Nullable Integer first, @Nullable String after) {
        if (first == null || first < 0) {
            throw new InvalidInput("first is %s; it must be a whole number from 0 to %d.".formatted(first, LARGEST));
        }
        if (first > LARGEST) {
            throw new LimitExceeded("first is %d; a page holds at most %d.".formatted(first, LARGEST));
        }
        return new Paging(first, after == null ? null : position(after));
    }

    /** How many elements to look for, so that one more tells of a next page. */
    public int oneMore() {
        return first + 1;
    }

    /** The cursor that remembers a position. */
    public static String cursor(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
    }

    private static String position(String cursor) {
        if (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR) {
            throw noCursor(cursor);
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw noCursor(cursor);
        }
    }

    private static InvalidInput noCursor(String cursor) {
        return new InvalidInput("'%s' is not a cursor this list gave out.".formatted(Shown.shortly(cursor)));
    }
}
