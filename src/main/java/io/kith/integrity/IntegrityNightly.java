package io.kith.integrity;

import io.kith.job.Nightly;
import org.springframework.stereotype.Component;

/** A scan every night. */
@Component
class IntegrityNightly extends Nightly {

    IntegrityNightly(IntegrityScan scan, IntegrityRules rules) {
        super("integrity scan", rules.nightly(), scan::start);
    }
}
