package io.kith;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, an answer has a code, tells nothing of the inside and is no accident. */
@KithTest
class HostileRequestsTest {

    private static final int ROUNDS = Integer.getInteger("kith.test.hostile", 900);
    private static final int MOST_SHOWN = 12;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "PROPFIND",
            "BREW",
            "post",
            "P()ST",
            "CONNECT");

    private static final List<String> PATHS = List.of(
            "/graphql/",
            "/graphql?query=%7B__typename%7D",
            "/graphql?query=mutation%7BrenewCare%7Bid%7D%7D",
            "/graphql?query=%zz",
            "/graphql/../actuator/prometheus",
            "/graphql;jsessionid=1",
            "//graphql",
            "/",
            "/import",
            "/import?name=..%2F..%2Fx",
            "/import/x",
            "/sign-in",
            "/sign-out",
            "/error",
            "/actuator",
            "/actuator/env",
            "/actuator/health/nothing",
            "/actuator/prometheus",
            "/graphiql",
            "/nothing/here",
            "/..%2f..%2fetc/passwd",
            "/%00",
            "/%c0%ae%c0%ae/",
            "/a b",
            "/" + "x".repeat(9_000),
            "*",
            "http://elsewhere/graphql",
            "graphql");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "text/plain",
            "application/graphql",
            "application/json; charset=utf-16",
            "application/json; charset=no-such-charset",
            "application/json;;;=",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=" + "b".repeat(300),
            "image/png",
            "nonsense",
            "*/*",
            "/",
            "application/graphql-response+json",
            "application/json\u0000");

    private static final List<String> ACCEPTED = List.of(
            "",
            "application/graphql-response+json",
            "application/xml",
            "text/html",
            "text/event-stream",
            "image/*",
            "nonsense",
            ";;",
            "application/json;q=nine",
            "*/*;q=0",
            "application/json, ".repeat(200) + "*/*");

    private static final List<String> AUTHORIZATIONS = List.of(
            "",
            "Basic",
            "Basic !!!!",
            "Basic " + "QQ".repeat(2_000),
            "Bearer",
            "Bearer x.y.z",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJkaXJlY3RvciJ9.",
            "Bearer \u00e9\u00e9",
            "Digest username=director",
            "Negotiate AAAA",
            Api.basic("director\u0000", "x"),
            Api.basic("", ""));

    private static final List<String> HEADERS = List.of(
            "Cookie: KITH-SESSION=../../x; XSRF-TOKEN=\"",
            "X-XSRF-TOKEN: " + "x".repeat(5_000),
            "Accept-Language: -;q=zz",
            "Accept-Charset: nothing",
            "Accept-Encoding: bomb",
            "Content-Encoding: gzip",
            "Expect: miracles",
            "Range: bytes=9-1",
            "Origin: null",
            "Origin: http://[",
            "Host: elsewhere:99999",
            "X-Forwarded-For: ';--",
            "Forwarded: for=\"[\"",
            "traceparent: 00-zz-zz-zz",
            "If-Modified-Since: yesterday",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "Sec-WebSocket-Key: x",
            "X-Long: " + "y".repeat(10_000),
            "X-Nul: a\u0000b",
            "X-Bare: a\rb",
            ": nameless",
            "no colon at all",
            " folded: line",
            "Content-Length: -1",
            "Content-Length: 9223372036854775808",
            "Content-Length: 3",
            "Content-Length: 300000000",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: rot13");

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\"\"\"",
            "...",
            "$",
            "@",
            "!",
            ":",
            "|",
            "&",
            "#",
            ",",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "true",
            "on",
            "fragment",
            "query",
            "mutation",
            "subscription",
            "{}",
            "$x: Int",
            "@include(if: 1)",
            "@nothing",
            "...on Nothing { id }",
            "__schema { types { name } }",
            "__type(name: \"Client\") { name }",
            "first: -1",
            "first: null",
            "first: 1e9",
            "id: [[[]]]",
            "-",
            "0x1F",
            "1e",
            "1e999999999",
            ".5",
            "00",
            "\u0000",
            "\u0007",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ud83d\ude00",
            "\u00e9",
            "\uffff",
            "x".repeat(3_000),
            "{a".repeat(150),
            "[".repeat(150),
            "#".repeat(100),
            "\"\\x\"",
            "\n".repeat(50));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "1e400",
            "-0.0",
            "1".repeat(1_200),
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "{}",
            "[null]",
            "[[[[[]]]]]",
            "{\"a\": {\"b\": []}}",
            "{\"\": 1}",
            "{\"id\": 1, \"id\": 2}",
            "\"" + "x".repeat(10_000) + "\"",
            "[".repeat(1_200) + "]".repeat(1_200),
            "{\"a\":".repeat(600) + "1" + "}".repeat(600),
            "\"2026-02-30\"",
            "NaN",
            "'A'",
            "/* */ 1",
            "1,",
            "\"\\x\"");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "1",
            "\"query\"",
            "[]",
            "[{}]",
            "{}",
            "{\"query\": null}",
            "{\"query\": 1}",
            "{\"query\": {}}",
            "{\"query\": []}",
            "{\"query\": \"\"}",
            "{\"query\": \" \"}",
            "{\"query\": \"#\"}",
            "{\"Query\": \"{ me }\"}",
            "{\"query\": \"{ __typename }\", \"variables\": \"x\"}",
            "{\"query\": \"{ __typename }\", \"variables\": [1]}",
            "{\"query\": \"{ __typename }\", \"operationName\": 7}",
            "{\"query\": \"{ __typename }\", \"operationName\": \"none\"}",
            "{\"query\": \"{ __typename }\", \"extensions\": []}",
            "{\"query\": \"{ __typename }\", \"extensions\": {\"persistedQuery\": 1}}",
            "{\"query\": \"query A { __typename } query B { __typename }\"}",
            "{\"id\": \"x\"}",
            "[{\"query\": \"{ __typename }\"}, {\"query\": \"{ __typename }\"}]",
            "<xml/>",
            "query={__typename}",
            "--x\r\n\r\n--x--",
            "\u0000\u0001\u0002",
            "{\"query\": \"{ __typename }\"}}}}",
            "{\"query\": \"{ __typename }\"");

    @Autowired
    Api api;

    private final List<BiConsumer<Request, Random>> changes = List.of(
            HostileRequestsTest::editDocument,
            HostileRequestsTest::editDocument,
            HostileRequestsTest::editDocument,
            (request, random) -> request.parts.put("variables", oneOf(VALUES, random)),
            (request, random) -> request.parts.put("variables", "{\"id\": %s}".formatted(oneOf(VALUES, random))),
            (request, random) -> request.parts.put("operationName", oneOf(VALUES, random)),
            (request, random) -> request.parts.put("extensions", oneOf(VALUES, random)),
            (request, random) -> request.parts.put("query", oneOf(VALUES, random)),
            (request, random) -> request.body = oneOf(BODIES, random).getBytes(UTF_8),
            HostileRequestsTest::editBytes,
            (request, random) -> request.body = request.text().getBytes(UTF_16),
            (request, random) -> request.method = oneOf(METHODS, random),
            (request, random) -> request.path = oneOf(PATHS, random),
            (request, random) -> request.headers.put("Content-Type", oneOf(CONTENT_TYPES, random)),
            (request, random) -> request.headers.put("Accept", oneOf(ACCEPTED, random)),
            (request, random) -> request.headers.put("Authorization", oneOf(AUTHORIZATIONS, random)),
            (request, random) -> request.lines.add(oneOf(HEADERS, random)),
            (request, random) ->
                    request.version = oneOf(List.of("HTTP/1.0", "HTTP/3.0", "HTTP/0.9", "", "ICY"), random));

    @Test
    void noAccidentNoLookInsideAndAlwaysACode() throws IOException {
        var seed = Integer.getInteger("kith.test.hostile") == null ? 1 : System.nanoTime();
        var random = new Random(seed);
        var documents = QueriesTest.fitsTheSchema();
        var port = api.uri("/").getPort();
        var faults = new ArrayList<String>();
        for (var round = 0; round < ROUNDS && faults.size() < MOST_SHOWN; round++) {
            var request = new Request(oneOf(documents, random));
            for (var times = 1 + random.nextInt(3); times > 0; times--) {
                oneOf(changes, random).accept(request, random);
            }
            var answer = RawHttp.send(port, request.bytes());
            var found = Answers.faults(answer);
            if (!found.isEmpty()) {
                faults.add("%s%n    to %s%n    came %s %s"
                        .formatted(
                                found,
                                shown(request.bytes()),
                                answer.status(),
                                shown(answer.body().getBytes(UTF_8))));
            }
        }
        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(api.ask("{ me { name } }").at("/me/name").asString())
                .as("answers as before")
                .isEqualTo("director");
    }

    private static void editDocument(Request request, Random random) {
        var document = new StringBuilder(request.document);
        for (var times = 1 + random.nextInt(4); times > 0 && !document.isEmpty(); times--) {
            var at = random.nextInt(document.length());
            switch (random.nextInt(4)) {
                case 0 -> document.insert(at, oneOf(PIECES, random));
                case 1 -> document.delete(at, Math.min(document.length(), at + 1 + random.nextInt(20)));
                case 2 -> document.setCharAt(at, (char) random.nextInt(0xd800));
                default -> document.insert(random.nextInt(document.length()), document.substring(at));
            }
        }
        request.document = document.toString();
    }

    private static void editBytes(Request request, Random random) {
        var bytes = request.body();
        if (bytes.length > 0 && random.nextBoolean()) {
            request.body = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else {
            for (var times = random.nextInt(8); times > 0 && bytes.length > 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            request.body = bytes;
        }
    }

    private static <T> T oneOf(List<T> several, Random random) {
        return several.get(random.nextInt(several.size()));
    }

    private static String shown(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1).replaceAll("\\p{Cntrl}+", " ");
        return text.length() <= 1_200 ? text : text.substring(0, 600) + " … " + text.substring(text.length() - 500);
    }

    /** A good request, until it is changed. */
    private static final class Request {

        private String method = "POST";
        private String path = "/graphql";
        private String version = "HTTP/1.1";
        private String document;
        private byte @Nullable [] body;
        private final Map<String, String> parts = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<String> lines = new ArrayList<>();

        Request(String document) {
            this.document = document;
            headers.put("Host", "localhost");
            headers.put("Connection", "close");
            headers.put("Content-Type", "application/json");
            headers.put("Authorization", Api.basic("director", Api.PASSWORD));
        }

        String text() {
            var members = new LinkedHashMap<String, String>();
            members.put("query", JSON.writeValueAsString(document));
            members.putAll(parts);
            return members.entrySet().stream()
                    .map(member -> "\"%s\": %s".formatted(member.getKey(), member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        byte[] body() {
            return body == null ? text().getBytes(UTF_8) : body;
        }

        byte[] bytes() {
            var content = body();
            var head = new StringBuilder("%s %s %s\r\n".formatted(method, path, version));
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            lines.forEach(line -> head.append(line).append("\r\n"));
            if (lines.stream().noneMatch(line -> line.startsWith("Content-Length") || line.startsWith("Transfer"))) {
                head.append("Content-Length: ").append(content.length).append("\r\n");
            }
            var start = head.append("\r\n").toString().getBytes(ISO_8859_1);
            var whole = Arrays.copyOf(start, start.length + content.length);
            System.arraycopy(content, 0, whole, start.length, content.length);
            return whole;
        }
    }
}
