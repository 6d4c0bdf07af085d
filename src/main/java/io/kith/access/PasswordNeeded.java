package io.kith.access;

import io.kith.edge.Refusal;

/** A key action without a password typed within the last five minutes ({@code PASSWORD_NEEDED}). */
public final class PasswordNeeded extends Refusal {

    public PasswordNeeded(String what) {
        super(
                "PASSWORD_NEEDED",
                "%s asks for your password again: confirmPassword, then repeat it within 5 minutes.".formatted(what));
    }
}
