package io.kith.integrity;

import io.kith.reward.PayoutHolds;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a referral with a grave finding earns waits until somebody approved it. */
@Component
class HeldByFindings implements PayoutHolds {

    private final Findings findings;

    HeldByFindings(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Set<String> held(Collection<String> referralIds) {
        return findings.held(referralIds);
    }
}
