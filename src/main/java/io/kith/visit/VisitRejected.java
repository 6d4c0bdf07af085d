package io.kith.visit;

import io.kith.edge.Refusal;
import io.kith.edge.Shown;

/** A visit or refund that breaks a rule of money. */
public final class VisitRejected extends Refusal {

    private VisitRejected(String code, String sentence) {
        super(code, sentence);
    }

    static VisitRejected refundAbovePaid(String visitId) {
        return new VisitRejected(
                "INVALID_INPUT",
                "The refunds of visit '%s' would exceed what was paid for it.".formatted(Shown.shortly(visitId)));
    }
}
