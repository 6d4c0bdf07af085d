package io.kith.referral;

import io.kith.edge.Refusal;
import io.kith.edge.Shown;

/** A link that would break a rule of the forest. */
public final class ReferralRejected extends Refusal {

    private ReferralRejected(String code, String sentence) {
        super(code, sentence);
    }

    static ReferralRejected selfReferral(String id) {
        return new ReferralRejected(
                "SELF_REFERRAL", "Client '%s' cannot have brought herself.".formatted(Shown.shortly(id)));
    }

    static ReferralRejected secondReferrer(String friend, String referrer) {
        return new ReferralRejected(
                "SECOND_REFERRER",
                "Client '%s' already has the referrer '%s'; a client has one at most. Retract that referral first."
                        .formatted(Shown.shortly(friend), Shown.shortly(referrer)));
    }

    static ReferralRejected cycle(String referrer, String friend) {
        return new ReferralRejected(
                "CYCLE",
                "Client '%s' was herself brought, directly or through others, by '%s'; a chain cannot close on itself."
                        .formatted(Shown.shortly(referrer), Shown.shortly(friend)));
    }

    static ReferralRejected alreadyRetracted(String referralId) {
        return new ReferralRejected(
                "CONFLICT",
                "Referral '%s' carries no credit that could be retracted.".formatted(Shown.shortly(referralId)));
    }

    static ReferralRejected settled(String referralId, ReferralStatus status) {
        return new ReferralRejected(
                "CONFLICT",
                "Referral '%s' is %s; only a retraction can change that.".formatted(Shown.shortly(referralId), status));
    }

    static ReferralRejected unknownCode() {
        return new ReferralRejected("NOT_FOUND", "That referral code is not in use.");
    }
}
