package io.kith.access;

import io.kith.Api;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.referral.Referrals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A clinic in which everything has happened at least once, most of it to Ben: Ana brought him, he brought Cleo and Kim, who
 * paid much. Dan, Gus and Ivy brought one each; Gus works here, Ivy wants no part in it. Sixty others make up the numbers.
 */
final class FilledClinic {

    static final String PHONE = "13800138471";
    static final String MASKED = "138****8471";
    static final String MEDICAL = "xanthelasma beside the left eye";
    static final String CARE = "some swelling, to be seen again";

    private static final String AWARD =
            "{by: PEOPLE_CONVERTED, period: MONTH, day: \"2026-03-05\", prizes: [{place: 1, kind:"
                    + " POINTS, amount: 10}, {place: 2, kind: POINTS, amount: 5}]}";

    private final Api api;
    private final TestGraph graph;
    private final TestClock clock;
    private final Map<String, String> known = new HashMap<>();

    private FilledClinic(Api api, TestGraph graph, TestClock clock) {
        this.api = api;
        this.graph = graph;
        this.clock = clock;
    }

    static FilledClinic of(Api api, TestGraph graph, TestClock clock, TestPlace place, Referrals referrals) {
        graph.clear();
        clock.stopAt("2026-03-02T04:00:00Z");
        place.is("generic");
        var clinic = new FilledClinic(api, graph, clock);
        clinic.practice();
        referrals.rebuildNetwork();
        clinic.people();
        clinic.visits();
        clinic.care();
        clock.stopAt("2026-03-20T04:00:00Z");
        clinic.payouts();
        clock.stopAt("2026-04-02T04:00:00Z");
        clinic.figures();
        clinic.findings();
        clinic.accounts();
        clinic.whatIsKnown();
        return clinic;
    }

    /** Literals of the arguments that lead to what is there; a client answers a survey once, so each level asks another. */
    Map<String, String> known(Level level) {
        var mine = new HashMap<>(known);
        mine.put(
                "Mutation.recordSurveyAnswer.input",
                "{clientId: \"other-%d\", score: 9, idempotencyKey: \"survey\"}".formatted(level.ordinal() + 1));
        return mine;
    }

    private void practice() {
        graph.run("""
                CREATE (:Staff {id: 'olga', name: 'Olga', role: 'CONSULTANT'}), (:Staff {id: 'nora', name: 'Nora', role: 'CONSULTANT'}),
                  (:Staff {id: 'mona', name: 'Mona', role: 'MANAGER'}),
                  (:Treatment {code: 'peel', name: 'Peel', category: 'SKIN', price: 10000, effectDays: 90}),
                  (:ChannelSpend {key: 'WECHAT:2026-03', month: '2026-03', amount: 100000})
                  -[:SPENT_ON]->(:Channel {code: 'WECHAT', name: 'WeChat'})
                """);
        graph.run("""
                UNWIND range(1, 60) AS number
                CREATE (:Client {id: 'other-' + number, name: 'Other', version: 1, netRevenue: number * 100,
                  joinedOn: date('2025-01-01'), createdAt: datetime('2025-01-01T00:00:00Z')})
                  -[:HAD_VISIT]->(:Visit {id: 'v-other-' + number, charged: number * 100, paid: number * 100, refunded: 0,
                  at: datetime('2025-12-01T02:00:00Z') - duration({days: number}), recordedAt: datetime('2026-01-01T00:00:00Z')})
                """);
    }

    private void people() {
        for (var id : List.of("ana", "dan", "gus", "ivy")) {
            api.ask(
                    "mutation($id: ID) { registerClient(input: {id: $id, name: \"A client\", channel: \"WECHAT\"}) { id } }",
                    Map.of("id", id));
        }
        api.ask("mutation { signPack(input: {name: \"generic-cash\"}) { id } }");
        api.ask("mutation { declareStaffClient(input: {clientId: \"gus\", staffId: \"nora\"}) { id } }");
        bring(
                "ana",
                "ben",
                ", phone: \"" + PHONE + "\", region: \"Luwan\", channel: \"WECHAT\", birthDate: \"1990-05-04\"");
        bring("ben", "cleo", "");
        bring("ben", "kim", "");
        bring("dan", "eve", "");
        bring("gus", "hal", "");
        bring("ivy", "jo", "");
        api.ask("mutation { declareFamily(input: {id: \"family\", memberIds: [\"ben\", \"ivy\"]}) { id } }");
        consent("ben", "TELL_REFERRER", true);
        consent("ivy", "MARKETING_PROFILE", false);
    }

    private void visits() {
        visit("ben", "charged: 300, paid: 250, treatments: [\"peel\"], staff: [{staffId: \"olga\"}], insured: false");
        visit("cleo", "charged: 30000");
        visit("kim", "charged: 30000");
        visit("eve", "charged: 200");
        visit("hal", "charged: 200");
        visit("jo", "charged: 200");
        visit("dan", "charged: 100, staff: [{staffId: \"olga\"}]");
        api.ask("mutation { refundVisit(input: {visitId: \"v-eve\", amount: 20}) { id } }");
        for (var kind : List.of("CONSULTATION", "CALL")) {
            api.ask(
                    "mutation($id: ID, $kind: ContactKind!, $note: String) { recordTouchpoint(input: {id: $id, clientId: \"ben\","
                            + " staffId: \"olga\", stage: DURING, kind: $kind, satisfaction: 4, rapport: 5, note: $note}) { id } }",
                    Map.of("id", "t-" + kind, "kind", kind, "note", kind.equals("CALL") ? "comes later" : MEDICAL));
        }
    }

    private void care() {
        api.ask(
                "mutation { describeStaff(input: {staffId: \"olga\", level: 3, capacity: 50, managerId: \"mona\"}) { load } }");
        api.ask("mutation { describeStaff(input: {staffId: \"nora\", level: 3, capacity: 50}) { load } }");
        api.ask("mutation { assignOwner(input: {clientId: \"ben\", staffId: \"olga\"}) { from } }");
        var followUp = api.ask("{ client(id: \"ben\") { followUps { edges { node { id } } } } }")
                .at("/client/followUps/edges/0/node/id")
                .asString();
        api.ask(
                "mutation($id: ID!, $note: String) { completeFollowUp(input: {followUpId: $id, staffId: \"olga\", outcome:"
                        + " CONCERN, note: $note}) { id } }",
                Map.of("id", followUp, "note", CARE));
        api.ask("mutation { recordFeedback(input: {id: \"feedback\", clientId: \"ben\", kind: COMPLAINT, severity: 3,"
                + " staffId: \"olga\", topic: \"waiting\", note: \"an hour\"}) { id } }");
        api.ask("mutation { recordSurveyAnswer(input: {clientId: \"ben\", score: 9}) { id } }");
        api.ask("mutation { recordExit(input: {clientId: \"ben\", type: NATURAL, cause: PRICING}) { id } }");
    }

    /** Ben has 6,000: some is paid, some waits, some was turned down. */
    private void payouts() {
        var gain = api.ask("{ client(id: \"ben\") { rewardEntries { edges { node { id kind } } } } }")
                .at("/client/rewardEntries/edges")
                .valueStream()
                .map(edge -> edge.path("node"))
                .filter(entry -> entry.path("kind").asString().equals("CASH"))
                .map(entry -> entry.path("id").asString())
                .findFirst()
                .orElseThrow();
        know("Query.rewardEntry.id", gain);
        know("Query.rewardDecision.id", gain);
        redeem("50");
        adjust(gain, "5");
        adjust(gain, "1100");
        var second = secondDirector();
        second.ask(
                "mutation($id: ID!) { approveReward(input: {approvalId: $id}) { id } }", Map.of("id", redeem("1500")));
        second.ask(
                "mutation($id: ID!) { rejectReward(input: {approvalId: $id, reason: \"too much\"}) { id } }",
                Map.of("id", redeem("1200")));
        known.put(
                "Mutation.redeemReward.input",
                "{clientId: \"ben\", kind: CASH, amount: 1, accountingReference: \"B-2\"}");
        known.put("Mutation.adjustReward.input", "{entryId: \"%s\", amount: 1100, reason: \"twice\"}".formatted(gain));
        graph.run("MATCH (visit:Visit {id: 'v-jo'}) SET visit.paid = visit.paid - 1");
    }

    private void figures() {
        api.ask("mutation { proposeTierRule(input: {note: \"as before\"}) { id } }");
        know("Query.job.id", done("startInfluenceRun"));
        done("startTierRun");
        know(
                "Query.tierReplay.runId",
                api.ask("{ tierRun { id } }").at("/tierRun/id").asString());
        know(
                "Query.tierDecision.id",
                api.ask("{ client(id: \"ben\") { tier { decision { id } } } }")
                        .at("/client/tier/decision/id")
                        .asString());
    }

    /** Ana turns out to have Ben's phone. */
    private void findings() {
        graph.run("MATCH (ana:Client {id: 'ana'}) MATCH (ben:Client {id: 'ben'}) SET ana.phone = ben.phone");
        done("startIntegrityScan");
        var finding = api.ask("{ client(id: \"ben\") { findings { edges { node { id } } } } }")
                .at("/client/findings/edges/0/node/id")
                .asString();
        api.ask(
                "mutation($id: ID!) { reviewFinding(input: {findingId: $id, verdict: REJECT, reason: \"one person\"}) { id } }",
                Map.of("id", finding));
        know("Query.finding.id", finding);
    }

    private void accounts() {
        for (var one : List.of(api, api.as("doctor"), api.as("client service"))) {
            one.ask("mutation { createAccessToken(input: {name: \"script\"}) { secret } }");
        }
        api.ask("mutation { unmaskPhone(input: {clientId: \"ben\", reason: \"to call her\"}) { phone } }");
        var code = api.ask("mutation { issueReferralCode(input: {clientId: \"ben\"}) { code } }")
                .at("/issueReferralCode/code")
                .asString();
        know("Query.referralCodeHolder.code", code);
    }

    private void whatIsKnown() {
        know("Query.client.id", "ben");
        know("Query.tierExplanation.clientId", "other-1");
        know("Query.referral.id", "r-ben");
        know("Query.referralPath.from", "ana");
        know("Query.referralPath.to", "cleo");
        know("Query.feedback.id", "feedback");
        know("Query.family.id", "family");
        know("Query.staffMember.id", "olga");
        know("Query.staffDeparture.staffId", "olga");
        know("Query.missedFollowUps.managerId", "mona");
        know("Query.touchpoint.id", "t-CONSULTATION");
        know("Query.visit.id", "v-ben");
        know("Query.leaderboard.day", "2026-03-05");
        know("Query.valueBacktest.split", "2026-03-10");
        for (var field : List.of("Query.promoterScores", "Query.churn", "Query.exitCauses", "Client.rewardStatement")) {
            know(field + ".from", "2026-03-01");
            know(field + ".to", "2026-03-31");
        }
        known.put("Query.planRewards.input", "{budget: 100000}");
        known.put("Query.previewTierRule.input", "{shares: {vip: 50, main: 30, regular: 10, general: 10}}");
        known.put("Query.operationLog.filter", "{action: \"Mutation.unmaskPhone\"}");
        known.put(
                "Mutation.awardPrizes.input",
                "{by: PEOPLE_CONVERTED, period: MONTH, day: \"2026-03-05\", prizes: [{place: 1, kind: POINTS, amount: 10},"
                        + " {place: 2, kind: POINTS, amount: 5}]}");
        known.put("Query.askList.minMonths", "0");
        known.put("Mutation.exportClient.input", "{clientId: \"ben\", reason: \"she asked\"}");
        known.put("Mutation.unmaskPhone.input", "{clientId: \"dan\", reason: \"to call him\"}");
        known.put("Mutation.createAccessToken.input", "{name: \"another script\"}");
        known.put("Mutation.issueReferralCode.input", "{clientId: \"dan\"}");
    }

    private void know(String argument, String value) {
        known.put(argument, "\"" + value + "\"");
    }

    private void bring(String referrer, String friend, String more) {
        api.ask(
                "mutation($id: ID, $referrer: ID, $friend: ID) { recordReferral(input: {id: $id, referrerId: $referrer,"
                        + " newClient: {id: $friend, name: \"A friend\"%s}}) { id } }".formatted(more),
                Map.of("id", "r-" + friend, "referrer", referrer, "friend", friend));
    }

    private void visit(String client, String what) {
        api.ask(
                "mutation($id: ID, $client: ID!) { recordVisit(input: {id: $id, clientId: $client, %s}) { id } }"
                        .formatted(what),
                Map.of("id", "v-" + client, "client", client));
    }

    private void consent(String client, String purpose, boolean given) {
        api.ask(
                "mutation($client: ID!, $purpose: Purpose!, $given: Boolean!) { recordConsent(input: {clientId: $client,"
                        + " purpose: $purpose, given: $given}) { id } }",
                Map.of("client", client, "purpose", purpose, "given", given));
    }

    /** The request that waits for a second director; empty where it was paid at once. */
    private String redeem(String amount) {
        return api.ask("mutation { redeemReward(input: {clientId: \"ben\", kind: CASH, amount: %s, accountingReference:"
                                .formatted(amount)
                        + " \"B-1\", costCentre: \"C-1\", taxRecord: \"T-1\"}) { entry { id } approval { id } } }")
                .at("/redeemReward/approval/id")
                .asString("");
    }

    private void adjust(String entry, String amount) {
        api.ask(
                "mutation($id: ID!) { adjustReward(input: {entryId: $id, amount: %s, reason: \"twice\"}) { entry { id } } }"
                        .formatted(amount),
                Map.of("id", entry));
    }

    private Api secondDirector() {
        api.send(
                "mutation($password: String) { createAccount(input: {name: \"second-director\", level: DIRECTOR, password:"
                        + " $password}) { name } }",
                Map.of("password", Api.PASSWORD));
        return api.with(Api.basic("second-director", Api.PASSWORD));
    }

    /** The job that a mutation began, once it is done. */
    private String done(String mutation) {
        var job = api.ask("mutation { %s { id } }".formatted(mutation))
                .at("/" + mutation + "/id")
                .asString();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !state(job).equals("RUNNING"));
        if (!state(job).equals("DONE")) {
            throw new AssertionError(mutation + " came to " + state(job));
        }
        return job;
    }

    private String state(String job) {
        return api.ask("query($id: ID!) { job(id: $id) { state } }", Map.of("id", job))
                .at("/job/state")
                .asString();
    }
}
