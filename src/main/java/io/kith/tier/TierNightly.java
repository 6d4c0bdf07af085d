package io.kith.tier;

import io.kith.job.Nightly;
import org.springframework.stereotype.Component;

/** A tier run every night, an hour after the influence run. */
@Component
class TierNightly extends Nightly {

    TierNightly(TierRuns runs, TierSettings settings) {
        super("tier run", settings.nightly(), runs::start);
    }
}
