package io.kith.integrity;

import io.kith.client.Client;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.job.Job;
import io.kith.referral.Referral;
import io.kith.referral.Referrals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class FindingController {

    private static final int MOST_SHOWN = 200;

    private final Findings findings;
    private final IntegrityScan scan;
    private final IntegrityRules rules;
    private final Referrals referrals;

    FindingController(Findings findings, IntegrityScan scan, IntegrityRules rules, Referrals referrals) {
        this.findings = findings;
        this.scan = scan;
        this.rules = rules;
        this.referrals = referrals;
    }

    @QueryMapping
    Connection<Finding> findings(
            @Argument FindingState state,
            @Argument @Nullable FindingSeverity severity,
            @Argument @Nullable FindingKind kind,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return findings.page(state, severity, kind, Paging.of(first, after));
    }

    @QueryMapping
    @Nullable
    Finding finding(@Argument String id) {
        return findings.byId(id).orElse(null);
    }

    @QueryMapping
    IntegrityRules integrityRules() {
        return rules;
    }

    @MutationMapping
    Job startIntegrityScan() {
        return scan.start();
    }

    @MutationMapping
    Finding reviewFinding(@Argument ReviewFindingInput input) {
        return findings.review(input.findingId(), input.verdict().state(), input.reason(), input.idempotencyKey());
    }

    @SchemaMapping(typeName = "Client", field = "findings")
    Connection<Finding> findingsOfClient(
            Client client, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return findings.of(client.id(), Paging.of(first, after));
    }

    @SchemaMapping(typeName = "Referral", field = "findings")
    List<Finding> findingsOfReferral(Referral referral) {
        return findings.about(referral.id());
    }

    @SchemaMapping
    CompletableFuture<List<Client>> clients(Finding finding, DataLoader<String, Client> clients) {
        return clients.loadMany(first(finding.clientIds()));
    }

    @SchemaMapping(typeName = "Finding", field = "referrals")
    List<Referral> referralsOfFinding(Finding finding) {
        return inOrder(first(finding.referralIds()), referrals.byIds(first(finding.referralIds())));
    }

    @SchemaMapping
    List<Finding.Step> steps(Finding finding) {
        return findings.steps(finding.id());
    }

    private static List<String> first(List<String> ids) {
        return ids.subList(0, Math.min(MOST_SHOWN, ids.size()));
    }

    private static List<Referral> inOrder(Collection<String> ids, Map<String, Referral> known) {
        return ids.stream().filter(known::containsKey).map(known::get).toList();
    }

    enum ReviewVerdict {
        APPROVE,
        REJECT;

        FindingState state() {
            return this == APPROVE ? FindingState.APPROVED : FindingState.REJECTED;
        }
    }

    record ReviewFindingInput(
            String findingId,
            ReviewVerdict verdict,
            String reason,
            @Nullable String idempotencyKey) {}
}
