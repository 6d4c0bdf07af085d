package io.kith.care;

import java.util.List;

/** Who could look after a client, with what speaks for her; the points of the reasons add up to the score, 100 at most. */
public record StaffSuggestion(String staffId, double score, List<Reason> reasons) {

    /** One thing that speaks for somebody. */
    public record Reason(Name name, double points, double outOf, String says) {

        /** What speaks for somebody. */
        public enum Name {
            TIE,
            LOAD,
            ROLE,
            LEVEL
        }
    }
}
