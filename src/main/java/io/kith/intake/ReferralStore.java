package io.kith.intake;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.kith.edge.Clinic;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.intake.Batch.Entry;
import io.kith.intake.ReferralLine.Standing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts referrals into the graph as events and credits those that the claims say, under the lock of the tree: what other
 * writers linked meanwhile stands, and a link it forbids is left out.
 */
final class ReferralStore extends Store<ReferralLine> {

    private final Clinic clinic;
    private final Known files;
    private final Claims claims;

    ReferralStore(Graph graph, OffsetDateTime recordedAt, Clinic clinic, Known files, Claims claims) {
        super(graph, ReferralLine.TABLE, recordedAt);
        this.clinic = clinic;
        this.files = files;
        this.claims = claims;
    }

    @Override
    List<Reject> write(List<Entry<ReferralLine>> changed, List<Entry<ReferralLine>> unchanged, boolean dryRun) {
        var visits = visits(changed);
        var events = changed.stream().map(row -> event(row, visits)).toList();
        var denied = dryRun || events.isEmpty() ? Set.<String>of() : record(events);
        var remarks = new ArrayList<Reject>();
        for (var event : events) {
            remark(event.line(), event.said(), event.standing(), denied, remarks);
        }
        for (var row : unchanged) {
            remark(row.line(), row.said(), Standing.of(row.said()), denied, remarks);
        }
        return remarks;
    }

    /** Returns the ids of those that were to be credited and could not be. */
    private Set<String> record(List<ReferralEvent> events) {
        graph.run("intake/lock-tree", Map.of());
        var recorded = recordedAt().toInstant();
        var rows = events.stream()
                .collect(partitioningBy(ReferralEvent::known, mapping(event -> event.parameters(recorded), toList())));
        graph.run("intake/referrals-advance", Map.of("rows", rows.get(true)));
        return graph
                .list(
                        "intake/referrals-load",
                        Map.of("rows", rows.get(false), "recordedAt", recordedAt()),
                        row -> row.text("denied"))
                .stream()
                .collect(toSet());
    }

    private ReferralEvent event(Entry<ReferralLine> row, Map<String, Visits> visits) {
        var said = row.said();
        var dayBegins = clinic.startOf(said.occurredOn());
        var friend = visits.getOrDefault(said.referredId(), Visits.NONE);
        var late = files.visitedBefore(said.referredId(), said.occurredOn())
                || friend.firstAt() != null && friend.firstAt().isBefore(dayBegins);
        var standing = said.standing() == null ? new Standing(claims.credits(said.id()), late, false) : said.standing();
        return new ReferralEvent(row.line(), said, row.known() != null, standing, friend.paidAt(), dayBegins);
    }

    private Map<String, Visits> visits(List<Entry<ReferralLine>> rows) {
        var friends =
                rows.stream().map(row -> row.said().referredId()).distinct().toList();
        var visits = new HashMap<String, Visits>();
        graph.each(
                "intake/referrals-visits",
                Map.of("ids", friends),
                row -> visits.put(
                        row.text("id"), new Visits(row.instantOrNull("firstAt"), row.instantOrNull("paidAt"))));
        return visits;
    }

    private void remark(long line, ReferralLine referral, Standing standing, Set<String> denied, List<Reject> remarks) {
        if (standing.retracted()) {
            return;
        }
        if (!standing.credited() || denied.contains(referral.id())) {
            remarks.add(uncredited(line, referral.referredId()));
        } else if (standing.afterFirstVisit()) {
            var sentence = "kept, with its credit: dated after the friend's own first visit";
            remarks.add(new Reject(ReferralLine.TABLE.file(), line, "occurred_on", RejectCode.LATE_CLAIM, sentence));
        }
    }

    private Reject uncredited(long line, String friend) {
        var referrer = claims.referrerOf(friend);
        if (referrer == null) {
            var sentence = "kept, without credit: its link would close a cycle";
            return new Reject(ReferralLine.TABLE.file(), line, "referrer_id", RejectCode.CYCLE, sentence);
        }
        var sentence = "kept, without credit: client '%s' has the referrer '%s'"
                .formatted(Shown.shortly(friend), Shown.shortly(referrer));
        return new Reject(ReferralLine.TABLE.file(), line, "referrer_id", RejectCode.SECOND_REFERRER, sentence);
    }

    /** When a friend first came and first paid, as the graph knows it. */
    private record Visits(
            @Nullable Instant firstAt, @Nullable Instant paidAt) {

        private static final Visits NONE = new Visits(null, null);
    }
}
