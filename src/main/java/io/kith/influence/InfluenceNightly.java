package io.kith.influence;

import io.kith.job.Nightly;
import org.springframework.stereotype.Component;

/** An influence run every night. */
@Component
class InfluenceNightly extends Nightly {

    InfluenceNightly(InfluenceRuns runs, InfluenceSettings settings) {
        super("influence run", settings.nightly(), runs::start);
    }
}
