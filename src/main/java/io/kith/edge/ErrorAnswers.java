package io.kith.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The last to answer: whatever no controller and no filter had an answer for, a request that is no HTTP included, gets one in
 * GraphQL's own shape that tells nothing of the inside.
 */
final class ErrorAnswers extends ErrorReportValve {

    private record Words(String code, String sentence) {}

    private static final Words REFUSED = new Words("INVALID_INPUT", "The request cannot be understood.");
    private static final Words FAILED = new Words("INTERNAL", "Something went wrong here.");

    /** A method, an encoding or a version there is not: statuses above 500, and no fault of Kith's. */
    private static final Set<Integer> OF_NO_HTTP = Set.of(501, 505);

    private static final Map<Integer, Words> WORDS = Map.of(
            401, new Words("UNAUTHENTICATED", "Sign in first."),
            403, new Words("FORBIDDEN", "This is not yours to ask."),
            404, new Words("NOT_FOUND", "There is nothing at this address."),
            405, new Words("INVALID_INPUT", "This address does not answer to this method."),
            406, new Words("INVALID_INPUT", "The answer has none of the media types that the request accepts."),
            413, new Words("LIMIT_EXCEEDED", "The request is too large."),
            414, new Words("LIMIT_EXCEEDED", "The address is too long."),
            415, new Words("INVALID_INPUT", "The body has a media type that is not read here."),
            431, new Words("LIMIT_EXCEEDED", "The headers are too long."),
            503, new Words("UNAVAILABLE", "Not ready to answer; try again in a moment."));

    ErrorAnswers() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var words = WORDS.getOrDefault(status, status < 500 || OF_NO_HTTP.contains(status) ? REFUSED : FAILED);
        try {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(ErrorAnswer.text(words.code(), words.sentence()));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            getContainer().getLogger().debug("Nobody waits for the answer any more.", gone);
        }
    }
}
