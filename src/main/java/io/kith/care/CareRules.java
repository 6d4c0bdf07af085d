package io.kith.care;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the clinic promises its clients and assumes about losing them.
 *
 * @param firstResponse within how long a complaint gets a first response
 * @param solution within how long a complaint gets a solution
 * @param surveyWindow within how long a client is asked once
 * @param marginPercent how much of net revenue is profit; assumed
 * @param yearsAhead for how many years a client would have stayed; assumed
 * @param rescuePercent how likely a client who left can be won back; assumed
 */
@ConfigurationProperties("kith.care")
public record CareRules(
        @DefaultValue("24h") Duration firstResponse,
        @DefaultValue("24h") Duration solution,
        @DefaultValue("90d") Duration surveyWindow,
        @DefaultValue("30") int marginPercent,
        @DefaultValue("3") int yearsAhead,
        @DefaultValue("20") int rescuePercent) {}
