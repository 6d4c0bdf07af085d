package io.kith.access;

import io.kith.edge.ErrorAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each HTTP request, the one that opens a web socket and those answered as events included. */
final class RatesOverHttp extends OncePerRequestFilter {

    private final RequestRates rates;

    RatesOverHttp(RequestRates rates) {
        this.rates = rates;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = rates.count(request.getRemoteAddr());
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(TimeUnit.NANOSECONDS.toSeconds(wait) + 1));
        ErrorAnswer.write(response, 429, "LIMIT_EXCEEDED", RequestRates.TOO_MANY);
    }
}
