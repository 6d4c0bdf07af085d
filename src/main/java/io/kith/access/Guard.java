package io.kith.access;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.kith.access.Rule.Sight;
import io.kith.edge.Deadline;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stands before one field: lets through who may and in time, hides what is hidden, and notes which clients were looked at.
 */
final class Guard implements DataFetcher<Object> {

    /** Where a field stands in a request. */
    record Field(String type, String name, boolean root) {

        @Override
        public String toString() {
            return type + "." + name;
        }
    }

    private final Field field;
    private final Rule rule;
    private final DataFetcher<?> behind;
    private final SeenPhones phones;

    Guard(Field field, Rule rule, DataFetcher<?> behind, SeenPhones phones) {
        this.field = field;
        this.rule = rule;
        this.behind = behind;
        this.phones = phones;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Deadline.of(environment.getGraphQlContext()).ifPresent(Deadline::left);
        Asked asked = environment.getGraphQlContext().get(Asked.class);
        var sight = admit(asked);
        if (environment.getSource() instanceof Subject subject) {
            asked.touches(subject.clientId());
        }
        if (sight == Sight.NON_CLINICAL && environment.getSource() instanceof Clinical it && it.clinical()) {
            return null;
        }
        var value = behind.get(environment);
        if (sight == Sight.MASKED) {
            return phones.seenBy(asked, environment, value);
        }
        return noted(asked, value);
    }

    /** How the account sees the field; Forbidden where it does not. */
    private Sight admit(@Nullable Asked asked) {
        var account = asked == null ? null : asked.account();
        if (asked == null || account == null) {
            throw new Forbidden("Sign in first.");
        }
        if (field.root()) {
            asked.does(field.toString());
        }
        var sight = rule.of(account.level());
        if (sight == Sight.NO) {
            asked.isRefused(field.toString());
            throw new Forbidden("%s is not for %s.".formatted(field, account.level()));
        }
        if (rule.key() && !asked.typedPasswordLately()) {
            asked.isRefused(field.toString());
            throw new PasswordNeeded(field.toString());
        }
        return sight;
    }

    private @Nullable Object noted(Asked asked, @Nullable Object value) {
        if (value instanceof Subject subject) {
            asked.touches(subject.clientId());
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> noted(asked, one));
        } else if (value instanceof CompletionStage<?> later) {
            return later.thenApply(one -> noted(asked, one));
        } else if (value instanceof Mono<?> later) {
            return later.doOnNext(one -> noted(asked, one));
        } else if (value instanceof Publisher<?> events) {
            return Flux.from(events).doOnNext(one -> noted(asked, one));
        }
        return value;
    }
}
