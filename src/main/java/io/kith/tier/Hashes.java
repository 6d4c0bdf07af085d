package io.kith.tier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what a decision was made from, and of all decisions of a run in order. */
final class Hashes {

    private static final String FORM = "kith-tier-1";

    private final MessageDigest each = digest();
    private final MessageDigest all = digest();
    private final String head;

    Hashes(TierRule rule, Instant asOf, @Nullable Instant influenceAsOf) {
        head = "%s\n%s\n%s\n%s\n".formatted(FORM, rule.numbers(), asOf, influenceAsOf);
        all.update(head.getBytes(UTF_8));
    }

    /** Of what one decision was made from. */
    String inputs(Inputs inputs, int row, @Nullable Tier before) {
        var text = new StringBuilder(head).append(before).append('\n');
        for (var input : Input.values()) {
            text.append(inputs.get(input, row)).append(' ');
        }
        text.append('\n').append(inputs.id(row));
        return HexFormat.of().formatHex(each.digest(text.toString().getBytes(UTF_8)));
    }

    /** Adds a decision to that of the run. */
    void add(String inputsHash, Placement placement, int row) {
        var line = "%s %s %d %d %b %b\n"
                .formatted(
                        inputsHash,
                        placement.tier(row),
                        placement.score(row),
                        placement.below(row),
                        placement.isHeld(row),
                        placement.isPotential(row));
        all.update(line.getBytes(UTF_8));
    }

    /** Of the whole run; the last thing to be asked for. */
    String whole() {
        return HexFormat.of().formatHex(all.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
