package io.kith.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** An error in GraphQL's own shape, for filters that refuse a request before anything else could answer it. */
public final class ErrorAnswer {

    private static final String BODY = "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}";

    private ErrorAnswer() {}

    /** @param sentence without quotes or anything else that JSON would have escaped */
    public static void write(HttpServletResponse response, int status, String code, String sentence)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(UTF_8.name());
        response.getWriter().write(text(code, sentence));
    }

    static String text(String code, String sentence) {
        return BODY.formatted(sentence, code);
    }
}
