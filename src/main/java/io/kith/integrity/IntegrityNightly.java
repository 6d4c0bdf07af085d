package io.kith.integrity;

import io.kith.job.Nightly;
import org.springframework.stereotype.Component;

/** A scan every night. */
@Component
class IntegrityNightly implements Nightly {

    private final IntegrityScan scan;
    private final IntegrityRules rules;

    IntegrityNightly(IntegrityScan scan, IntegrityRules rules) {
        this.scan = scan;
        this.rules = rules;
    }

    @Override
    public String work() {
        return "integrity scan";
    }

    @Override
    public String cron() {
        return rules.nightly();
    }

    @Override
    public void start() {
        scan.start();
    }
}
