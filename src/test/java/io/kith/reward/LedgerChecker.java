package io.kith.reward;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads nothing but an exported ledger, shares no code with Kith, and says what is wrong with it. */
final class LedgerChecker {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Map<String, BigDecimal> links = new HashMap<>();
    private final Map<String, BigDecimal> periods = new HashMap<>();
    private final Map<String, BigDecimal> stands = new HashMap<>();
    private final Map<String, NamedCsvRecord> gains = new HashMap<>();
    private final Map<String, List<NamedCsvRecord>> decisions = new HashMap<>();
    private final Map<String, List<NamedCsvRecord>> clients = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final int digits;
    private long last;

    private LedgerChecker(int digits) {
        this.digits = digits;
    }

    /** Checks a ledger in a currency of two decimals. */
    static LedgerChecker of(String csv) {
        var checker = new LedgerChecker(2);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            reader.forEach(checker::line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        checker.decisions.values().forEach(checker::decision);
        checker.onePaymentAVisit();
        return checker;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Σ of a client's lines of a kind. */
    BigDecimal balance(String client, String kind) {
        return balances.getOrDefault(client + " " + kind, BigDecimal.ZERO);
    }

    /** The clients and kinds there are lines of. */
    Set<String> balanceKeys() {
        return balances.keySet();
    }

    private void line(NamedCsvRecord line) {
        var sequence = Long.parseLong(line.getField("sequence"));
        check(line, sequence == last + 1, "the sequence goes on");
        last = sequence;
        check(line, keys.add(line.getField("key")), "a key is posted once");
        var amount = number(line, "amount");
        balances.merge(line.getField("client_id") + " " + line.getField("kind"), amount, BigDecimal::add);
        clients.computeIfAbsent(line.getField("client_id") + " " + line.getField("kind"), id -> new ArrayList<>())
                .add(line);
        if (line.getField("type").equals("REDEMPTION")) {
            redemption(line);
            return;
        }
        check(line, line.getField("generation").equals("1"), "generation 1 alone is paid");
        var earner = line.getField("side").equals("REFERRER") ? "referrer_id" : "friend_id";
        check(line, line.getField(earner).equals(line.getField("client_id")), "the line is of its side's client");
        if (line.getField("type").equals("ACCRUAL") || line.getField("cause").equals("NAMED_LATE")) {
            gain(line, amount);
        } else {
            loss(line, amount);
        }
        links.merge(line.getField("referral_id") + line.getField("kind"), amount, BigDecimal::add);
        periods.merge(period(line), amount, BigDecimal::add);
    }

    private void gain(NamedCsvRecord line, BigDecimal amount) {
        check(line, gains.put(side(line), line) == null, "one gain a link, visit or conversion, kind and side");
        check(line, amount.signum() >= 0, "a gain gives");
        stands.put(side(line), amount);
        decisions.computeIfAbsent(decision(line), id -> new ArrayList<>()).add(line);
        if (decisions.get(decision(line)).size() == 1) {
            check(
                    line,
                    same(links.get(line.getField("referral_id") + line.getField("kind")), number(line, "link_before")),
                    "what the link had earned before is what its lines say");
            check(
                    line,
                    same(periods.get(period(line)), number(line, "period_before")),
                    "what the period had before is what its lines say");
        }
    }

    private void decision(List<NamedCsvRecord> sides) {
        var line = sides.get(0);
        var whole = number(line, "whole");
        var sum = sides.stream().map(side -> number(side, "amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
        check(line, same(sum, whole), "both sides add up to the whole");
        var money = isMoney(line);
        if (!line.getField("percent").isEmpty()) {
            var rated = number(line, "base")
                    .multiply(number(line, "percent"))
                    .divide(HUNDRED)
                    .setScale(digits, RoundingMode.DOWN);
            var single = money ? rated : rated.setScale(0, RoundingMode.DOWN);
            var expected = line.getField("doubled").equals("true") ? single.add(single) : single;
            check(line, same(expected, number(line, "uncapped")), "the rate gives the uncapped amount");
        }
        var allowed = number(line, "uncapped");
        for (var cap : List.of("per_referral link_before", "per_period period_before")) {
            var columns = cap.split(" ");
            if (!line.getField(columns[0]).isEmpty()) {
                var room = number(line, columns[0])
                        .subtract(number(line, columns[1]))
                        .max(BigDecimal.ZERO);
                allowed = allowed.min(room);
            }
        }
        check(line, same(allowed, whole), "the whole is what the caps leave, no more and no less");
        var part = whole.multiply(number(line, "referrer_percent")).divide(HUNDRED);
        var referrer = part.setScale(money ? digits : 0, RoundingMode.DOWN);
        for (var side : sides) {
            var expected = side.getField("side").equals("REFERRER") ? referrer : whole.subtract(referrer);
            check(side, same(expected, number(side, "amount")), "a side has its part");
        }
    }

    private void loss(NamedCsvRecord line, BigDecimal amount) {
        var gain = gains.get(side(line));
        check(line, amount.signum() < 0, "a loss takes");
        if (gain == null || !gain.getField("id").equals(line.getField("corrects"))) {
            check(line, false, "what is taken back was gained before");
            return;
        }
        var before = stands.get(side(line));
        var after = before.add(amount);
        check(line, same(before, number(line, "before")), "what stood before is what the lines say");
        check(line, after.signum() >= 0, "no more is taken back than was gained");
        check(
                line,
                line.getField("available_at").equals(gain.getField("available_at")),
                "a loss counts from when its gain does");
        if (line.getField("type").equals("REVERSAL")) {
            check(line, same(after, kept(line)), "a refund takes back pro rata");
        }
        if (line.getField("cause").equals("RETRACTED")) {
            check(line, after.signum() == 0, "a retraction takes back all");
        }
        stands.put(side(line), after);
    }

    /** What a side keeps of a whole after a refund: pro rata rounded down, then its part. */
    private BigDecimal kept(NamedCsvRecord line) {
        var scale = isMoney(line) ? digits : 0;
        var left = number(line, "left_of_base").max(BigDecimal.ZERO);
        var whole = number(line, "whole");
        var kept = whole.multiply(left)
                .divide(number(line, "base"), 30, RoundingMode.DOWN)
                .setScale(scale, RoundingMode.DOWN);
        if (line.getField("kind").equals("RECOGNITION")) {
            kept = left.signum() == 0 ? BigDecimal.ZERO : whole;
        }
        var referrer =
                kept.multiply(number(line, "referrer_percent")).divide(HUNDRED).setScale(scale, RoundingMode.DOWN);
        return line.getField("side").equals("REFERRER") ? referrer : kept.subtract(referrer);
    }

    private void redemption(NamedCsvRecord line) {
        var at = Instant.parse(line.getField("at"));
        var available = clients.get(line.getField("client_id") + " " + line.getField("kind")).stream()
                .filter(other -> !Instant.parse(other.getField("available_at")).isAfter(at))
                .map(other -> number(other, "amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        check(line, available.signum() >= 0, "no more is redeemed than is available");
    }

    /** However many links a friend had in turn, a visit stands under one of them at most. */
    private void onePaymentAVisit() {
        var paid = new HashMap<String, String>();
        gains.forEach((side, gain) -> {
            if (stands.get(side).signum() > 0) {
                var visit = gain.getField("visit_id") + gain.getField("basis") + gain.getField("kind");
                var before = paid.put(visit, gain.getField("referral_id"));
                check(
                        gain,
                        before == null || before.equals(gain.getField("referral_id")),
                        "a visit is paid under one link");
            }
        });
    }

    private void check(NamedCsvRecord line, boolean holds, String rule) {
        if (!holds) {
            complaints.add("line %s: not so that %s".formatted(line.getField("sequence"), rule));
        }
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return (one == null ? BigDecimal.ZERO : one).compareTo(other) == 0;
    }

    private static boolean isMoney(NamedCsvRecord line) {
        return line.getField("kind").equals("CASH") || line.getField("kind").equals("VOUCHER");
    }

    private static BigDecimal number(NamedCsvRecord line, String column) {
        return new BigDecimal(line.getField(column));
    }

    private static String decision(NamedCsvRecord line) {
        var what = line.getField("basis").equals("VISIT") ? line.getField("visit_id") : line.getField("basis");
        return String.join("\n", line.getField("referral_id"), what, line.getField("basis"), line.getField("kind"));
    }

    private static String side(NamedCsvRecord line) {
        return decision(line) + "\n" + line.getField("side");
    }

    private static String period(NamedCsvRecord line) {
        return String.join("\n", line.getField("referrer_id"), line.getField("kind"), line.getField("period"));
    }
}
