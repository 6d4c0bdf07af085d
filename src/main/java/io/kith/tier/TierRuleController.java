package io.kith.tier;

import graphql.schema.DataFetchingEnvironment;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TierRuleController {

    private final TierRules rules;
    private final TierReasons reasons;
    private final ClientFields fields;

    TierRuleController(TierRules rules, TierReasons reasons, ClientFields fields) {
        this.rules = rules;
        this.reasons = reasons;
        this.fields = fields;
    }

    @QueryMapping
    Connection<TierRule> tierRules(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return rules.page(Paging.of(first, after));
    }

    @QueryMapping
    TierPreview previewTierRule(@Argument TierRuleInput input) {
        return reasons.preview(rules.drafted(input.rule()));
    }

    @MutationMapping
    TierRule proposeTierRule(@Argument TierRuleInput input) {
        return rules.propose(input.rule(), input.idempotencyKey());
    }

    @MutationMapping
    TierRule signTierRule(@Argument SignTierRuleInput input) {
        return rules.sign(input.version(), input.idempotencyKey());
    }

    @SchemaMapping
    TierPreview preview(TierRule rule) {
        return reasons.preview(rule);
    }

    @SchemaMapping
    Connection<TierPreview.Move> moves(
            TierPreview preview,
            @Argument @Nullable Tier from,
            @Argument @Nullable Tier to,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return preview.moves(from, to, Paging.of(first, after));
    }

    @SchemaMapping(typeName = "TierMove", field = "client")
    CompletableFuture<Client> clientOfMove(
            TierPreview.Move move, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(move.clientId(), environment, clients);
    }

    record TierRuleInput(
            TierRule.@Nullable Weights weights,
            TierRule.@Nullable Shares shares,
            @Nullable Integer minimumClients,
            @Nullable Double hysteresis,
            @Nullable Integer periodDays,
            @Nullable Integer growthDays,
            @Nullable Integer convertedBonus,
            @Nullable Integer contributionBonus,
            @Nullable Integer feedbackElsewhere,
            @Nullable Double potentialFrom,
            @Nullable String note,
            @Nullable String idempotencyKey) {

        NewTierRule rule() {
            return new NewTierRule(
                    weights,
                    shares,
                    minimumClients,
                    hysteresis,
                    periodDays,
                    growthDays,
                    convertedBonus,
                    contributionBonus,
                    feedbackElsewhere,
                    potentialFrom,
                    note);
        }
    }

    record SignTierRuleInput(int version, @Nullable String idempotencyKey) {}
}
