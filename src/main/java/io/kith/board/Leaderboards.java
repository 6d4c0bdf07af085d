package io.kith.board;

import io.kith.client.Consents;
import io.kith.client.Purpose;
import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import io.kith.edge.InvalidInput;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.integrity.Findings;
import io.kith.integrity.Households;
import io.kith.reward.Ledger;
import io.kith.reward.Pack;
import io.kith.reward.Packs;
import io.kith.reward.Prizes;
import io.kith.reward.RewardBasis;
import io.kith.reward.RewardCase;
import io.kith.reward.RewardEntry;
import io.kith.reward.RewardKind;
import io.kith.reward.StaffClients;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who brought most in a month or a quarter, reckoned anew each time, and the prizes that are posted for it once. */
@Component
class Leaderboards {

    private static final int MOST_PRIZES = 20;

    private final Graph graph;
    private final Once once;
    private final Consents consents;
    private final Prizes prizes;
    private final Ledger ledger;
    private final Packs packs;
    private final StaffClients staff;
    private final Households households;
    private final Findings findings;
    private final Clinic clinic;
    private final Clock clock;

    Leaderboards(
            Graph graph,
            Once once,
            Consents consents,
            Prizes prizes,
            Ledger ledger,
            Packs packs,
            StaffClients staff,
            Households households,
            Findings findings,
            Clinic clinic,
            Clock clock) {
        this.graph = graph;
        this.once = once;
        this.consents = consents;
        this.prizes = prizes;
        this.ledger = ledger;
        this.packs = packs;
        this.staff = staff;
        this.households = households;
        this.findings = findings;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** A prize for whoever has a place, in the unit of its kind. */
    record Prize(int place, RewardKind kind, long amount) {}

    /** Who has a place with a prize and gets none. */
    record LeftOut(String clientId, int place, String reason) {}

    /** A board and what was posted for it. */
    record Awarded(Leaderboard leaderboard, List<RewardEntry> entries, List<LeftOut> leftOut) {}

    /** The board of the period a day lies in, today's without one. */
    Leaderboard board(BoardMeasure by, BoardPeriod period, @Nullable LocalDate day) {
        var now = clock.instant();
        var today = clinic.dayOf(now);
        var within = day == null ? today : day;
        var from = period.first(within);
        var to = period.last(within);
        var parameters = new HashMap<String, Object>();
        parameters.put("from", clinic.startOf(from).atOffset(ZoneOffset.UTC));
        parameters.put("until", clinic.startOf(to.plusDays(1)).atOffset(ZoneOffset.UTC));
        if (by == BoardMeasure.NET_VALUE) {
            parameters.put("zone", clinic.zone().getId());
        }
        var brought = new HashMap<String, Leaderboard.Brought>();
        graph.each(
                by == BoardMeasure.NET_VALUE ? "board/value" : "board/people",
                parameters,
                row -> brought.put(
                        row.text("clientId"),
                        new Leaderboard.Brought(row.number("value"), row.text("referralId"), row.text("friendId"))));
        var optedOut = consents.allOptedOut();
        var hidden = brought.entrySet().stream()
                .filter(one -> one.getValue().value() > 0 && optedOut.contains(one.getKey()))
                .count();
        return new Leaderboard(
                by,
                period.name(within),
                from,
                to,
                today.isAfter(to),
                Leaderboard.places(brought, optedOut, by),
                (int) hidden,
                now);
    }

    /**
     * Posts the prizes of a board whose period is over; a place that was awarded before stays as it was.
     *
     * @throws Conflict while the period is not over
     */
    Awarded award(
            BoardMeasure by, BoardPeriod period, LocalDate day, List<Prize> wanted, @Nullable String idempotencyKey) {
        if (wanted.isEmpty() || wanted.size() > MOST_PRIZES) {
            throw new InvalidInput("prizes names %d; it must be 1 to %d.".formatted(wanted.size(), MOST_PRIZES));
        }
        if (wanted.stream().map(Prize::place).distinct().count() < wanted.size()) {
            throw new InvalidInput("prizes names a place twice.");
        }
        var input = List.of(by, period, period.name(day), wanted);
        return once.apply(
                idempotencyKey,
                "awardPrizes",
                input,
                awarded -> awarded.leaderboard().period(),
                again -> awardNow(by, period, day, wanted),
                () -> awardNow(by, period, day, wanted));
    }

    private Awarded awardNow(BoardMeasure by, BoardPeriod period, LocalDate day, List<Prize> wanted) {
        var board = board(by, period, day);
        if (!board.over()) {
            throw new Conflict("%s is not over; prizes are awarded from %s on."
                    .formatted(board.period(), board.to().plusDays(1)));
        }
        var pack = packs.required().pack();
        return graph.write(() -> {
            var entries = new ArrayList<RewardEntry>();
            var leftOut = new ArrayList<LeftOut>();
            for (var prize : wanted) {
                var name = "%s %s %d".formatted(by, board.period(), prize.place());
                var before = awardedBefore(name);
                if (before.isEmpty()) {
                    award(board, pack, prize, name, entries, leftOut);
                } else {
                    entries.addAll(before);
                }
            }
            return new Awarded(board, entries, leftOut);
        });
    }

    private List<RewardEntry> awardedBefore(String name) {
        var ids = graph.list("board/awarded", Map.of("prize", "PRIZE|" + name + "|"), row -> row.text("id"));
        return ids.isEmpty() ? List.of() : List.copyOf(ledger.byIds(ids).values());
    }

    private void award(
            Leaderboard board, Pack pack, Prize prize, String name, List<RewardEntry> entries, List<LeftOut> leftOut) {
        var winners = board.places().stream()
                .filter(place -> place.place() == prize.place())
                .toList();
        var ids = winners.stream().map(Leaderboard.Place::clientId).toList();
        var working = staff.among(ids);
        var ofStaff = households.ofStaff(ids).keySet();
        var underReview = findings.underReview(ids);
        var given = consents.given(ids);
        for (var winner : winners) {
            var id = winner.clientId();
            var refusal = facts(
                            pack, prize, given.getOrDefault(id, Set.of()), working.contains(id), ofStaff.contains(id))
                    .refusedBy(pack);
            if (underReview.contains(id)) {
                leftOut.add(new LeftOut(id, prize.place(), "UNDER_REVIEW"));
            } else if (refusal != null && refusal != RewardCase.Refusal.KIND) {
                leftOut.add(new LeftOut(id, prize.place(), refusal.name()));
            } else {
                var reason = "place %d of the board %s %s".formatted(prize.place(), board.by(), board.period());
                entries.add(prizes.award(name, winner.referralId(), prize.kind(), prize.amount(), board.to(), reason));
            }
        }
    }

    /** What the pack asks of a payout, asked of a prize: its exclusions, and the consent of who gets it. */
    private RewardCase facts(Pack pack, Prize prize, Set<Purpose> given, boolean works, boolean ofStaff) {
        var today = clinic.today(clock);
        return new RewardCase(
                RewardCase.PAY_DEPTH,
                RewardBasis.PRIZE,
                prize.kind(),
                Math.max(1, prize.amount()),
                0,
                today,
                today,
                null,
                works,
                ofStaff && !works,
                false,
                false,
                given,
                pack.consentsOfFriend(),
                0,
                0);
    }
}
