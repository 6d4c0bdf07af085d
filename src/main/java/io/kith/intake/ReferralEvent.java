package io.kith.intake;

import static io.kith.referral.ReferralStatus.CONSULTED;
import static io.kith.referral.ReferralStatus.CONVERTED;
import static io.kith.referral.ReferralStatus.INTRODUCED;

import io.kith.intake.ReferralLine.Standing;
import io.kith.referral.ReferralStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it is going to stand in the graph.
 *
 * @param line where it stands in its file
 * @param known whether the graph has it already
 * @param paidAt when the friend first paid
 * @param dayBegins the first moment of the day on which she was brought
 */
record ReferralEvent(
        long line,
        ReferralLine said,
        boolean known,
        Standing standing,
        @Nullable Instant paidAt,
        Instant dayBegins) {

    Map<String, @Nullable Object> parameters(Instant recordedAt) {
        var status = status();
        var converted = status == CONVERTED;
        var convertedAt = paidAt == null ? dayBegins : paidAt;
        var parameters = said.parameters();
        parameters.put("status", status.name());
        parameters.put("statusAt", Line.utc(converted ? convertedAt : recordedAt));
        parameters.put("converted", converted);
        parameters.put("convertedAt", converted ? Line.utc(convertedAt) : null);
        parameters.put("credited", standing.credited());
        parameters.put("afterFirstVisit", standing.afterFirstVisit());
        return parameters;
    }

    /** A friend who was brought and has paid has converted, unless the file says that the referral came to nothing. */
    private ReferralStatus status() {
        var stated = said.status() == null ? INTRODUCED : said.status();
        var open = stated == INTRODUCED || stated == CONSULTED;
        return open && standing.credited() && paidAt != null ? CONVERTED : stated;
    }
}
