package io.kith.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets in, and how.
 *
 * @param nameClaim the claim of a JWT that names the account
 * @param longestSession after how long a session ends however busy it is
 * @param requestsPerSecond an account may make, questions over web sockets among them; ten times as many an address
 * @param requestsAtOnce an account may make after a pause; ten times as many an address
 */
@ConfigurationProperties("kith.access")
record AccessSettings(
        @DefaultValue("sub") String nameClaim,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue("100") int requestsPerSecond,
        @DefaultValue("2000") int requestsAtOnce) {}
