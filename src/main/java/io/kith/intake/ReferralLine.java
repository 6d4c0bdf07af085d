package io.kith.intake;

import static io.kith.intake.Line.or;
import static io.kith.intake.Line.shown;

import io.kith.edge.Clinic;
import io.kith.graph.Row;
import io.kith.referral.ReferralStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code referrals.csv}.
 *
 * @param credited whether the file says that it carries the credit; null leaves that to the order of claims
 * @param standing null for a row of a file
 */
record ReferralLine(
        String id,
        String referrerId,
        String referredId,
        LocalDate occurredOn,
        @Nullable String code,
        @Nullable ReferralStatus status,
        @Nullable Boolean credited,
        @Nullable Standing standing)
        implements Line<ReferralLine> {

    static final Table<ReferralLine> TABLE = new Table<>(
            "referrals",
            Columns.of("id! referrer_id! referred_id! occurred_on! code status credited"),
            false,
            ReferralLine::read,
            ReferralLine::known);

    private static ReferralLine read(Cells cells, Known known) {
        var id = cells.id("id");
        var referrer = known.client(cells, "referrer_id");
        var referred = known.client(cells, "referred_id");
        if (referrer.equals(referred)) {
            throw cells.bad("referred_id", RejectCode.SELF_REFERRAL, "is the referrer herself");
        }
        var credited = cells.wordOrNull("credited", Words.TRUTHS);
        var status = cells.wordOrNull("status", Words.STATUSES);
        return new ReferralLine(
                id,
                referrer,
                referred,
                cells.day("occurred_on"),
                cells.idOrNull("code"),
                status == null ? null : ReferralStatus.valueOf(status),
                credited == null ? null : Boolean.valueOf(credited),
                null);
    }

    private static ReferralLine known(Row row) {
        return new ReferralLine(
                row.text("id"),
                row.text("referrerId"),
                row.text("referredId"),
                row.day("occurredOn"),
                row.textOrNull("code"),
                ReferralStatus.valueOf(row.text("status")),
                null,
                new Standing(row.flag("credited"), row.flag("afterFirstVisit"), row.flag("retracted")));
    }

    /** What became of a referral the graph knows. */
    record Standing(boolean credited, boolean afterFirstVisit, boolean retracted) {

        static Standing of(ReferralLine known) {
            return Objects.requireNonNull(known.standing);
        }
    }

    /** A file may move a referral on, never back: what the graph knows of it since stays. */
    private static @Nullable ReferralStatus further(@Nullable ReferralStatus said, @Nullable ReferralStatus known) {
        return said == null || known != null && rank(said) <= rank(known) ? known : said;
    }

    private static int rank(ReferralStatus status) {
        return switch (status) {
            case INTRODUCED -> 0;
            case CONSULTED -> 1;
            case LAPSED, REJECTED -> 2;
            case CONVERTED -> 3;
        };
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public ReferralLine over(ReferralLine known) {
        return new ReferralLine(
                id,
                referrerId,
                referredId,
                occurredOn,
                or(code, known.code),
                further(status, known.status),
                known.credited,
                or(standing, known.standing));
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Line.values(
                "id",
                id,
                "referrerId",
                referrerId,
                "referredId",
                referredId,
                "occurredOn",
                occurredOn,
                "code",
                code,
                "status",
                shown(status));
    }

    @Override
    public List<@Nullable String> cells(Clinic clinic) {
        return Arrays.asList(
                id,
                referrerId,
                referredId,
                occurredOn.toString(),
                code,
                shown(status),
                shown(standing == null ? credited : Boolean.valueOf(standing.credited())));
    }
}
