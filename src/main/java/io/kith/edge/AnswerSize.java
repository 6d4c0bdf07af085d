package io.kith.edge;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes an answer comes to as JSON in UTF-8, but for the escapes in its texts. */
final class AnswerSize {

    private static final int NUMBER = 12;
    private static final int QUOTES_AND_COLON = 3;

    private AnswerSize() {}

    static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return 2 + bytes(text);
        }
        if (value instanceof Map<?, ?> fields) {
            return of(fields);
        }
        if (value instanceof Collection<?> several) {
            return of(several);
        }
        if (value instanceof BigDecimal number) {
            return number.precision() + 2L;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        return value == null || value instanceof Boolean ? 4 : 2 + bytes(value.toString());
    }

    private static long of(Map<?, ?> fields) {
        var size = 2L + Math.max(0, fields.size() - 1);
        for (var field : fields.entrySet()) {
            size += QUOTES_AND_COLON + String.valueOf(field.getKey()).length() + of(field.getValue());
        }
        return size;
    }

    private static long of(Collection<?> several) {
        var size = 2L + Math.max(0, several.size() - 1);
        for (var one : several) {
            size += of(one);
        }
        return size;
    }

    private static long bytes(String text) {
        var size = 0L;
        for (var at = 0; at < text.length(); at++) {
            var unit = text.charAt(at);
            size += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        return size;
    }
}
