package io.kith.access;

import io.kith.access.PasswordSignIn.TooManyTries;
import io.kith.edge.ErrorAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Sends who is not signed in to the sign-in page, or answers 401, 403 or 429 in GraphQL's own shape. */
final class SignInNeeded implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Pattern PLAIN = Pattern.compile("/[a-z-]{1,20}");

    private final OperationLog log;

    SignInNeeded(OperationLog log) {
        this.log = log;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            ErrorAnswer.write(response, 429, "LIMIT_EXCEEDED", String.valueOf(tooMany.getMessage()));
            return;
        }
        if (why instanceof OutOfReach) {
            ErrorAnswer.write(response, 503, "UNAVAILABLE", "The store does not answer at the moment; try again.");
            return;
        }
        signInFirst(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var signedIn = CurrentAccount.signedIn();
        if (signedIn == null) {
            signInFirst(request, response);
            return;
        }
        forbid(
                signedIn.getName(),
                request,
                response,
                "This is not yours to ask, or the request lacks the page's X-XSRF-TOKEN.");
    }

    /** Refuses what another site's page sent, whoever's browser it came from. */
    void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        forbid("", request, response, "Another site's page sent this.");
    }

    private void forbid(String who, HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        log.append(new Operation(who, List.of(what(request)), List.of(), request.getRemoteAddr(), "FORBIDDEN", null));
        ErrorAnswer.write(response, 403, "FORBIDDEN", why);
    }

    /** The beginning of a path says enough; the rest may be anything. */
    private static String what(HttpServletRequest request) {
        var beginning = PLAIN.matcher(request.getServletPath());
        return request.getMethod() + " " + (beginning.lookingAt() ? beginning.group() : "/");
    }

    /** No Basic challenge: a browser would ask in a box of its own and then send the password along by itself. */
    private static void signInFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isPage(request)) {
            response.sendRedirect("/sign-in.html");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kith\"");
        ErrorAnswer.write(response, 401, "UNAUTHENTICATED", "Sign in first.");
    }

    private static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
