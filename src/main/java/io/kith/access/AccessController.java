package io.kith.access;

import io.kith.access.AccessTokens.Created;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Controller;

@Controller
class AccessController {

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final CurrentAccount current;
    private final PasswordSignIn passwords;
    private final Clock clock;

    AccessController(
            Accounts accounts, AccessTokens tokens, CurrentAccount current, PasswordSignIn passwords, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.current = current;
        this.passwords = passwords;
        this.clock = clock;
    }

    @QueryMapping
    Account me() {
        return current.required();
    }

    @QueryMapping
    Connection<Account> accounts(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return accounts.page(Paging.of(first, after));
    }

    @QueryMapping
    Connection<AccessToken> accessTokens(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return tokens.of(current.required().name(), Paging.of(first, after));
    }

    @MutationMapping
    Account createAccount(@Argument CreateAccountInput input) {
        return accounts.create(input.name(), input.level(), input.password(), input.staffId(), input.idempotencyKey());
    }

    @MutationMapping
    Account changeLevel(@Argument ChangeLevelInput input) {
        return accounts.changeLevel(input.account(), input.level(), input.idempotencyKey());
    }

    @MutationMapping
    Account setAccountActive(@Argument SetAccountActiveInput input) {
        return accounts.setActive(input.account(), input.active(), input.idempotencyKey());
    }

    @MutationMapping
    Account changePassword(@Argument ChangePasswordInput input) {
        checkPassword(input.oldPassword());
        return accounts.changePassword(current.required().name(), input.newPassword());
    }

    @MutationMapping
    Account resetPassword(@Argument ResetPasswordInput input) {
        return accounts.changePassword(input.account(), input.newPassword());
    }

    @MutationMapping
    Account confirmPassword(@Argument ConfirmPasswordInput input) {
        checkPassword(input.password());
        var signedIn = CurrentAccount.signedIn();
        if (signedIn != null) {
            signedIn.typedPassword(clock.instant());
        }
        return current.required();
    }

    @MutationMapping
    Created createAccessToken(@Argument CreateAccessTokenInput input) {
        return tokens.create(current.required().name(), input.name(), input.days(), input.idempotencyKey());
    }

    @MutationMapping
    AccessToken revokeAccessToken(@Argument RevokeAccessTokenInput input) {
        return tokens.revoke(input.id(), current.required());
    }

    private void checkPassword(String password) {
        try {
            passwords.verified(current.required().name(), password, "");
        } catch (BadCredentialsException wrong) {
            throw new Forbidden("The password is not right.");
        } catch (PasswordSignIn.TooManyTries tooMany) {
            throw new Forbidden(String.valueOf(tooMany.getMessage()));
        }
    }

    record CreateAccountInput(
            String name,
            Level level,
            @Nullable String password,
            @Nullable String staffId,
            @Nullable String idempotencyKey) {}

    record ChangeLevelInput(
            String account, Level level, @Nullable String idempotencyKey) {}

    record SetAccountActiveInput(
            String account, boolean active, @Nullable String idempotencyKey) {}

    record ChangePasswordInput(String oldPassword, String newPassword) {}

    record ResetPasswordInput(String account, String newPassword) {}

    record ConfirmPasswordInput(String password) {}

    record CreateAccessTokenInput(
            String name, int days, @Nullable String idempotencyKey) {}

    record RevokeAccessTokenInput(String id) {}
}
