package io.kith.integrity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as a finding; our defaults, from no source but judgement.
 *
 * @param burstCount so many friends within {@code burstDays} are a burst, HIGH from twice as many
 * @param burstDays days of a burst, the first and the last counted
 * @param nightly when the scan starts, as a Spring cron expression in the clinic's zone; "-" for never
 */
@ConfigurationProperties("kith.integrity")
public record IntegrityRules(
        @DefaultValue("6") int burstCount,
        @DefaultValue("3") int burstDays,
        @DefaultValue("0 15 4 * * *") String nightly) {

    private static final String HOUSEHOLD =
            "Declared families, and ties of the kinds KIN and PARTNER. Kith keeps no addresses; a shared phone is all it sees.";

    public IntegrityRules {
        if (burstCount < 2 || burstDays < 1) {
            throw new IllegalArgumentException(
                    "kith.integrity.burst-count is %d and burst-days %d; a burst is at least 2 within at least 1 day."
                            .formatted(burstCount, burstDays));
        }
    }

    /** Counted up whenever a check changes. */
    public int version() {
        return 1;
    }

    /** The longest loop of referrals that is looked for. */
    public int loopLength() {
        return 5;
    }

    public String household() {
        return HOUSEHOLD;
    }
}
