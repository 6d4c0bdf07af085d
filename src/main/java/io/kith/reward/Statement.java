package io.kith.reward;

import io.kith.edge.InvalidInput;
import java.time.LocalDate;

/** Which days of a client's lines are asked for. */
record Statement(String clientId, LocalDate from, LocalDate to) {

    private static final LocalDate LATEST = LocalDate.of(9000, 1, 1);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static Statement of(String clientId, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new InvalidInput(
                    "from %s to %s; from must not lie after to, and both within 1900 to 9000.".formatted(from, to));
        }
        return new Statement(clientId, from, to);
    }
}
