package io.kith.reward;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kith.edge.FormulaCells;
import io.kith.edge.InvalidInput;
import io.kith.edge.LimitExceeded;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger as CSV: amounts in the unit of their kind, every figure a line was reckoned from, no cell that runs as a formula. */
@Component
class LedgerFile {

    private static final int MOST_LINES = 50_000;
    private static final List<String> HEADER = List.of(
            ("sequence id key type cause kind client_id amount at available_at referral_id referrer_id friend_id"
                            + " generation basis visit_id visit_day side referrer_percent base spend_before percent doubled"
                            + " whole uncapped limited_by per_referral per_period link_before period_before period corrects"
                            + " refund_id left_of_base before pack pack_version signature_id consents"
                            + " accounting_reference cost_centre tax_record posted_by")
                    .split(" "));

    private final Ledger ledger;
    private final RewardUnits units;

    LedgerFile(Ledger ledger, RewardUnits units) {
        this.ledger = ledger;
        this.units = units;
    }

    /**
     * Part of the ledger as a file.
     *
     * @param nextAfter the sequence the next part goes on after, null at the end
     * @param clientIds whose lines are in it
     */
    record Part(String csv, int rows, @Nullable Long nextAfter, Set<String> clientIds) {}

    /** At most so many lines after a sequence, in their order. */
    Part part(long after, int most) {
        if (most < 1) {
            throw new InvalidInput("first is %d; it must be 1 or more.".formatted(most));
        }
        if (most > MOST_LINES) {
            throw new LimitExceeded("first is %d; a file holds at most %d lines.".formatted(most, MOST_LINES));
        }
        var text = new StringWriter();
        var clients = new LinkedHashSet<String>();
        var last = new long[] {after};
        long rows;
        try (var writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(HEADER);
            rows = ledger.eachInOrder(after, most, entry -> {
                writer.writeRecord(
                        cells(entry).stream().map(FormulaCells::neutralised).toList());
                clients.add(entry.clientId());
                last[0] = entry.sequence();
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Part(text.toString(), (int) rows, rows == most ? last[0] : null, clients);
    }

    private List<String> cells(RewardEntry entry) {
        var proof = entry.proof();
        var kind = entry.kind();
        return texts(
                entry.sequence(),
                entry.id(),
                entry.key(),
                entry.type(),
                entry.cause(),
                kind,
                entry.clientId(),
                units.of(kind, entry.amount()),
                entry.at(),
                entry.availableAt(),
                proof == null ? null : proof.referralId(),
                proof == null ? null : proof.referrerId(),
                proof == null ? null : proof.friendId(),
                proof == null ? null : proof.generation(),
                proof == null ? null : proof.basis(),
                proof == null ? null : proof.visitId(),
                proof == null ? null : proof.visitDay(),
                proof == null ? null : proof.side(),
                proof == null ? null : RewardUnits.percent(proof.referrerBasisPoints()),
                proof == null ? null : money(proof.base()),
                proof == null ? null : money(proof.spendBefore()),
                proof == null || proof.basisPoints() == null ? null : RewardUnits.percent(proof.basisPoints()),
                proof == null ? null : proof.doubled(),
                proof == null ? null : units.of(kind, proof.whole()),
                proof == null ? null : units.of(kind, proof.uncapped()),
                proof == null ? null : proof.limitedBy(),
                proof == null ? null : units.ofNullable(kind, proof.perReferral()),
                proof == null ? null : units.ofNullable(kind, proof.perPeriod()),
                proof == null ? null : units.of(kind, proof.linkBefore()),
                proof == null ? null : units.of(kind, proof.periodBefore()),
                proof == null ? null : proof.period(),
                entry.corrects(),
                entry.refundId(),
                entry.leftOfBase() == null ? null : money(entry.leftOfBase()),
                units.ofNullable(kind, entry.before()),
                proof == null ? null : proof.pack(),
                proof == null ? null : proof.packVersion(),
                proof == null ? null : proof.signatureId(),
                proof == null ? null : String.join("|", proof.consents()),
                entry.accountingReference(),
                entry.costCentre(),
                entry.taxRecord(),
                entry.postedBy());
    }

    private BigDecimal money(long minor) {
        return units.of(RewardKind.CASH, minor);
    }

    private static List<String> texts(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null
                        ? ""
                        : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString())
                .toList();
    }
}
