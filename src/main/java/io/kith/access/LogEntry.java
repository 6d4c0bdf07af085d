package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the operation log.
 *
 * <p>A line is a JSON object that ends in {@code ,"hash":"…"}}: SHA-256, in hex, over the hash of the line before it and
 * everything of the line in front of that ending.
 *
 * @param sequence 1, 2, 3 … without a gap
 */
record LogEntry(long sequence, Instant at, Operation operation) {

    static final String NO_HASH = "0".repeat(64);

    private static final String HASH = ",\"hash\":\"";
    private static final int ENDING = HASH.length() + 64 + "\"}".length();
    private static final String BEGINNING = "{\"n\":";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A line and its hash. */
    record Line(byte[] bytes, String hash) {}

    Line after(String hashBefore) {
        var body = body();
        var hash = hash(hashBefore, body);
        return new Line((body + HASH + hash + "\"}\n").getBytes(UTF_8), hash);
    }

    /** The line's sequence, or -1 where it is none of ours. */
    static long sequence(String line) {
        if (!line.startsWith(BEGINNING)) {
            return -1;
        }
        var end = line.indexOf(',', BEGINNING.length());
        try {
            return Long.parseLong(line, BEGINNING.length(), Math.max(end, BEGINNING.length()), 10);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** The hash a line states. */
    static String statedHash(String line) {
        return line.length() < ENDING ? "" : line.substring(line.length() - 66, line.length() - 2);
    }

    /** The hash a line ought to state behind another. */
    static String trueHash(String hashBefore, String line) {
        return line.length() < ENDING ? "" : hash(hashBefore, line.substring(0, line.length() - ENDING));
    }

    static LogEntry of(String line) {
        JsonNode json = JSON.readTree(line);
        var operation = new Operation(
                json.path("who").asString(""),
                texts(json.path("did")),
                texts(json.path("clients")),
                json.path("from").asString(""),
                json.path("outcome").asString(""),
                json.has("why") ? json.path("why").asString() : null);
        return new LogEntry(
                json.path("n").asLong(), Instant.parse(json.path("at").asString()), operation);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private String body() {
        var text = new StringBuilder(256);
        text.append(BEGINNING).append(sequence).append(",\"at\":\"").append(at).append('"');
        text(text, "who", operation.account());
        texts(text, "did", operation.actions());
        texts(text, "clients", operation.clientIds());
        text(text, "from", operation.address());
        text(text, "outcome", operation.outcome());
        text(text, "why", operation.reason());
        return text.toString();
    }

    private static void text(StringBuilder to, String name, @Nullable String value) {
        if (value != null) {
            to.append(",\"").append(name).append("\":");
            quote(to, value);
        }
    }

    private static void texts(StringBuilder to, String name, List<String> values) {
        to.append(",\"").append(name).append("\":[");
        for (var place = 0; place < values.size(); place++) {
            if (place > 0) {
                to.append(',');
            }
            quote(to, values.get(place));
        }
        to.append(']');
    }

    private static void quote(StringBuilder to, String value) {
        to.append('"');
        for (var place = 0; place < value.length(); place++) {
            var letter = value.charAt(place);
            if (letter == '"' || letter == '\\') {
                to.append('\\').append(letter);
            } else if (letter < ' ' || Character.isSurrogate(letter)) {
                to.append("\\u").append(HexFormat.of().toHexDigits(letter));
            } else {
                to.append(letter);
            }
        }
        to.append('"');
    }

    private static String hash(String before, String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
