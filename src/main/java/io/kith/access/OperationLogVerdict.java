package io.kith.access;

import java.util.List;

/**
 * What going through the whole operation log found.
 *
 * @param entries how many lines there are
 * @param findings what is wrong, the first twenty
 */
record OperationLogVerdict(long entries, List<OperationLogFinding> findings) {

    boolean intact() {
        return findings.isEmpty();
    }

    /** What can be wrong with the log. */
    enum OperationLogFault {
        /** A line does not fit the one before it. */
        EDITED,
        /** Lines are missing, doubled or in another order. */
        OUT_OF_ORDER,
        /** Lines at the beginning are missing, and no retention removed them. */
        CUT_BEGINNING,
        /** Lines at the end are missing. */
        CUT_TAIL,
        /** The log is a whole, but not the one whose head is kept outside. */
        REPLACED,
        /** When Kith started, the log and its head outside did not fit. */
        FOUND_AT_START
    }

    /** @param sequence the line it shows at */
    record OperationLogFinding(OperationLogFault kind, long sequence, String sentence) {}
}
