package io.kith.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body beyond {@code kith.query.body-bytes}, at once where it says its length, else where it grows past it; and one
 * whose type is a wildcard, which those who read it take for an accident.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    private static final String UPLOADS = "/import";

    private final QueryLimits limits;

    BodyLimit(QueryLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals(UPLOADS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limits.bodyBytes()) {
            refuse(response);
            return;
        }
        if (request.getContentType() != null && request.getContentType().contains("*")) {
            ErrorAnswer.write(
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "INVALID_INPUT",
                    "The Content-Type of a body is one media type, not a choice of several.");
            return;
        }
        try {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
        } catch (ServletException failed) {
            if (!(failed.getCause() instanceof BodyTooLarge)) {
                throw failed;
            }
            refuse(response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        ErrorAnswer.write(
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "LIMIT_EXCEEDED",
                "The request is larger than the %d bytes that kith.query.body-bytes allows."
                        .formatted(limits.bodyBytes()));
    }

    /** Not an IOException: whoever reads the body would take that for a lost connection. */
    private static final class BodyTooLarge extends RuntimeException {}

    private final class Counted extends HttpServletRequestWrapper {

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }
    }

    private final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        CountedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var several = body.read(into, from, length);
            count(Math.max(0, several));
            return several;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int more) {
            read += more;
            if (read > limits.bodyBytes()) {
                throw new BodyTooLarge();
            }
        }
    }
}
