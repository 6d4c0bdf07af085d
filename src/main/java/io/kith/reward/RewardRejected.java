package io.kith.reward;

import io.kith.edge.Refusal;
import io.kith.edge.Shown;

/** Something that the pack in force or the ledger does not allow. */
public final class RewardRejected extends Refusal {

    private RewardRejected(String code, String sentence) {
        super(code, sentence);
    }

    static RewardRejected off() {
        return new RewardRejected(
                "CONFLICT",
                "Rewards are off: no policy pack for this place is in force. A director signs one by signPack.");
    }

    static RewardRejected notForPlace(Pack pack, String place) {
        return new RewardRejected(
                "CONFLICT",
                "The pack '%s' is for %s%s; kith.clinic.jurisdiction is '%s'. An unknown place gets recognition-only."
                        .formatted(
                                pack.name(),
                                String.join(", ", pack.places()),
                                pack.currency() == null ? "" : " in " + pack.currency(),
                                Shown.shortly(place)));
    }

    static RewardRejected otherText(String name) {
        return new RewardRejected(
                "CONFLICT",
                "The text of the pack '%s' is not the one whose hash was seen; read it anew.".formatted(name));
    }

    static RewardRejected notAllowed(RewardKind kind, Pack pack) {
        return new RewardRejected(
                "INVALID_INPUT",
                "%s cannot be paid out under the pack '%s' version %d.".formatted(kind, pack.name(), pack.version()));
    }

    static RewardRejected prizeBeyond(RewardKind kind, Pack pack) {
        return new RewardRejected(
                "INVALID_INPUT",
                "The pack '%s' version %d allows no prize of so much %s.".formatted(pack.name(), pack.version(), kind));
    }

    static RewardRejected beyondBalance(RewardKind kind) {
        return new RewardRejected(
                "LIMIT_EXCEEDED",
                "That is more %s than can be redeemed now; see the client's rewardBalance.".formatted(kind));
    }

    static RewardRejected beyondLine(String entryId) {
        return new RewardRejected(
                "LIMIT_EXCEEDED", "That is more than is left of the line '%s'.".formatted(Shown.shortly(entryId)));
    }

    static RewardRejected needs(AccountingField field, Pack pack) {
        return new RewardRejected(
                "INVALID_INPUT",
                "A payout under the pack '%s' version %d needs its %s.".formatted(pack.name(), pack.version(), field));
    }

    static RewardRejected samePerson() {
        return new RewardRejected("CONFLICT", "Who asked for it cannot approve it; that takes a second person.");
    }

    static RewardRejected settled(String approvalId, String status) {
        return new RewardRejected(
                "CONFLICT", "The request '%s' is %s already.".formatted(Shown.shortly(approvalId), status));
    }
}
