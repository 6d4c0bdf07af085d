package io.kith.influence;

import java.time.LocalDate;

/**
 * Which list of key clients, made by what was known before a day, held those who brought value after it.
 *
 * @param referredValue net revenue after the day of all clients brought after it, in minor units
 */
public record ValueBacktest(
        LocalDate split,
        int listed,
        long referredValue,
        long spendOnlyReferred,
        long combinedReferred,
        Verdict verdict,
        String sentence,
        Basis basis) {

    /** Which list did better. */
    public enum Verdict {
        COMBINED_DID_BETTER,
        SPEND_ONLY_DID_BETTER,
        NO_DIFFERENCE
    }

    static Verdict verdict(long spendOnly, long combined) {
        if (spendOnly == combined) {
            return Verdict.NO_DIFFERENCE;
        }
        return combined > spendOnly ? Verdict.COMBINED_DID_BETTER : Verdict.SPEND_ONLY_DID_BETTER;
    }
}
