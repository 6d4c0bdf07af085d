package io.kith.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The one way in: what is open, how one signs in, and what every answer tells the browser. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** The one script inside the page is its import map, which is known by its hash. */
    private static final String IMPORT_MAP = "'sha256-7SI05sQOpk4cbIdt0gKnqPIBh6mIeMKeOxLRQ0Jqvj8='";

    /** Everything from here alone, no other script and no style inside the page, never inside another's frame. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self' " + IMPORT_MAP + "; style-src 'self';"
                    + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /** Spring Security would time every filter of every request; what Kith counts of them is counted elsewhere. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRates requestRates(AccessSettings settings) {
        return new RequestRates(settings.requestsPerSecond(), Duration.ofSeconds(1), settings.requestsAtOnce());
    }

    @Bean
    SecurityFilterChain wayIn(
            HttpSecurity http,
            Accounts accounts,
            AccessTokens tokens,
            CurrentAccount current,
            AccessSettings settings,
            SignInThrottle throttle,
            RequestRates rates,
            OperationLog log,
            ObjectProvider<JwtDecoder> issuer,
            Clock clock) {
        var bearers =
                new TokenSignIn(accounts, tokens, issuer.getIfAvailable(), settings.nameClaim(), throttle, log, clock);
        var refusal = new SignInNeeded(log);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(
                                "/sign-in", "/sign-in.html", "/sign-in.js", "/sign-in.css", "/kith.svg", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, request) -> new AuthorizationDecision(current.account()
                                .filter(account -> account.level() == Level.DIRECTOR)
                                .isPresent()))
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new TokenInHeader())
                        .csrfTokenRepository(csrfCookie())
                        .ignoringRequestMatchers(request -> !TokenInHeader.isWanted(request)
                                || request.getServletPath().equals("/sign-in")))
                .cors(cors -> cors.disable())
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.loginPage("/sign-in.html")
                        .loginProcessingUrl("/sign-in")
                        .successHandler((request, response, who) -> response.setStatus(204))
                        .failureHandler(refusal::commence))
                .logout(out -> out.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> {
                            if (who != null && who.getPrincipal() instanceof SignedIn signedIn) {
                                signedIn.signOut();
                            }
                        })
                        .deleteCookies("KITH-SESSION")
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .oauth2ResourceServer(bearer ->
                        bearer.authenticationManagerResolver(request -> bearers).authenticationEntryPoint(refusal))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .addFilterBefore(new SameOrigin(refusal), CsrfFilter.class)
                .addFilterBefore(
                        new SessionsStillGood(accounts, settings.longestSession(), clock), AuthorizationFilter.class)
                .addFilterAfter(new RatesOverHttp(rates), SessionsStillGood.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** Read by the page's script, which sends it back as a header; never sent along from other sites. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return repository;
    }
}
