package io.kith.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Takes the page's token from its header alone: looking for it among the parameters would read an upload to its end before
 * anybody has signed in. The cookie is written with the first answer to whoever comes without an {@code Authorization}.
 */
final class TokenInHeader extends CsrfTokenRequestAttributeHandler {

    TokenInHeader() {
        setCsrfRequestAttributeName(null);
    }

    /** Whether the request may be a page's: no page of another site can have a browser send an {@code Authorization}. */
    static boolean isWanted(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        if (isWanted(request)) {
            super.handle(request, response, token);
        }
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return request.getHeader(token.getHeaderName());
    }
}
