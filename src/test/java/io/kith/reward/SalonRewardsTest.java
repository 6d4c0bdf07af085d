package io.kith.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.intake.ImportListener;
import io.kith.intake.Imports;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A real salon under generic-cash: what is accrued is what its files say, reckoned here without Kith's code. */
@KithTest
class SalonRewardsTest {

    private static final Path SALON = Path.of("../shared/data/salon");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestPlace place;

    @Autowired
    Imports imports;

    @TempDir
    Path folder;

    private final Map<String, NamedCsvRecord> links = new HashMap<>();

    @Test
    void whatIsAccruedIsWhatTheFilesSay() throws IOException {
        assumeTrue(Files.isDirectory(SALON), "skipped: no ../shared/data/salon");
        var clinic = Rewarded.clinic(api, graph, place);
        graph.clear();
        imports.run(SALON, false, folder.resolve("rejects.csv"), ImportListener.none());
        clinic.sign("generic-cash");
        clinic.accrueAll();
        var csv = ledger();

        var expected = expected();
        var found = new TreeMap<String, Long>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            reader.stream()
                    .filter(line -> line.getField("kind").equals("CASH"))
                    .forEach(
                            line -> found.merge(line.getField("client_id"), minor(line.getField("amount")), Long::sum));
        }
        var total = expected.values().stream().mapToLong(Long::longValue).sum();
        System.out.println(
                "The salon accrues " + BigDecimal.valueOf(total, 2) + " for " + expected.size() + " referrers");
        assertThat(total).isPositive();
        assertThat(found).isEqualTo(expected);
        assertThat(LedgerChecker.of(csv).complaints()).isEmpty();
        assertThat(clinic.reconciliation().path("intact").asBoolean()).isTrue();

        clinic.accrueAll();
        assertThat(ledger()).as("again adds nothing").isEqualTo(csv);
    }

    private String ledger() {
        return api.ask("{ exportLedger(first: 50000) { csv } }")
                .at("/exportLedger/csv")
                .asString();
    }

    /** Cash by referrer: 5, 8, 10, 15 % by the friend's net spend since she was brought, capped by referral and month. */
    private Map<String, Long> expected() throws IOException {
        link();
        var spend = new HashMap<String, Long>();
        var ofLink = new HashMap<String, Long>();
        var ofMonth = new HashMap<String, Long>();
        var earned = new TreeMap<String, Long>();
        for (var visit : sorted("visits.csv", "at")) {
            var friend = visit.getField("client_id");
            var link = links.get(friend);
            var net = minor(visit.getField("paid")) - minor(visit.getField("refunded"));
            if (link == null || net <= 0) {
                continue;
            }
            var day = LocalDate.parse(visit.getField("at").substring(0, 10));
            var age = ChronoUnit.DAYS.between(LocalDate.parse(link.getField("occurred_on")), day);
            var after = spend.getOrDefault(friend, 0L) + net;
            var rate = after >= 2_000_000 ? 15 : after >= 500_000 ? 10 : after >= 100_000 ? 8 : 5;
            var uncapped = net * rate / 100;
            if (age < 0 || age > 365 || uncapped == 0) {
                continue;
            }
            var month = link.getField("referrer_id") + visit.getField("at").substring(0, 7);
            var left = Math.min(300_000 - ofLink.getOrDefault(friend, 0L), 600_000 - ofMonth.getOrDefault(month, 0L));
            var whole = Math.min(uncapped, Math.max(0, left));
            spend.put(friend, after);
            ofLink.merge(friend, whole, Long::sum);
            ofMonth.merge(month, whole, Long::sum);
            earned.merge(link.getField("referrer_id"), whole, Long::sum);
        }
        return earned;
    }

    /** The credited link of each friend: the earliest claim by day and id that closes no ring. */
    private void link() throws IOException {
        var clients = sorted("clients.csv", "id").stream()
                .map(row -> row.getField("id"))
                .collect(Collectors.toSet());
        for (var claim : sorted("referrals.csv", "occurred_on")) {
            var friend = claim.getField("referred_id");
            var referrer = claim.getField("referrer_id");
            if (clients.contains(referrer) && clients.contains(friend) && !isAbove(friend, referrer)) {
                links.putIfAbsent(friend, claim);
            }
        }
    }

    private boolean isAbove(String friend, String referrer) {
        for (@Nullable String at = referrer; at != null; ) {
            if (at.equals(friend)) {
                return true;
            }
            at = links.containsKey(at) ? links.get(at).getField("referrer_id") : null;
        }
        return false;
    }

    private static List<NamedCsvRecord> sorted(String file, String column) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(SALON.resolve(file))) {
            return reader.stream()
                    .sorted(Comparator.comparing((NamedCsvRecord row) -> row.getField(column))
                            .thenComparing(row -> row.getField("id")))
                    .toList();
        }
    }

    private static long minor(String amount) {
        return amount.isEmpty() ? 0 : new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
