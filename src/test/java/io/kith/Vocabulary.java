package io.kith;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words of the graph: each label and relationship type, the one feature that owns it, and its properties. */
public final class Vocabulary {

    private static final Map<String, String> OWNERS = new LinkedHashMap<>();
    private static final Set<String> LABELS = new TreeSet<>();
    private static final Set<String> LINKS = new TreeSet<>();
    private static final Set<String> PROPERTIES = new TreeSet<>();

    static {
        node("graph", "IdempotencyKey", "name fingerprint resultId at");
        node("graph", "Process", "id startedAt seenAt endedAt forgottenTo");
        node(
                "graph",
                "Change",
                "process sequence settled topic at clientId referrerId netRevenue converted version"
                        + " kind happenedAt referralId referredId");

        node(
                "job",
                "Job",
                "id kind argument running state stage done total message checkpoint attempts startedBy startedAt updatedAt"
                        + " endedAt owner unwanted");
        node("access", "Account", "name level staffId passwordHash active version createdAt locked");
        node("access", "AccessToken", "id name hash createdAt expiresAt revokedAt");
        link("access", "HOLDS_TOKEN", "");

        node("practice", "Staff", "id name role activeFrom activeTo level capacity");
        node("practice", "Treatment", "code name category price effectDays");
        node("practice", "Channel", "code name");
        node("practice", "ChannelSpend", "key month amount");
        node("practice", "Activity", "id name kind heldOn");
        link("practice", "SPENT_ON", "");

        node(
                "client",
                "Client",
                "id name phone joinedOn region birthDate createdAt netRevenue version searchKeys"
                        + " lastPaidAt cycleEndsOn owes optedOut erasedAt");
        node("client", "Consent", "purpose given at recordedBy");
        node("client", "Family", "id note declaredBy declaredAt withdrawnBy withdrawnAt locked");
        link("client", "ANSWERED_FOR", "");
        link("client", "BELONGS_TO", "");
        link("client", "ACQUIRED_VIA", "");
        link("client", "TIED", "kind since");
        link("client", "ATTENDED", "contribution");

        node("visit", "Visit", "id at charged paid refunded recordedAt insured");
        node("visit", "Refund", "id at amount recordedAt");
        link("visit", "HAD_VISIT", "");
        link("visit", "INCLUDED", "");
        link("visit", "SERVED_BY", "role");
        link("visit", "REFUNDED", "");

        node("touchpoint", "Touchpoint", "id at stage kind satisfaction rapport note");
        link("touchpoint", "HAD_TOUCHPOINT", "");
        link("touchpoint", "WITH", "");
        link("touchpoint", "KNOWN_BY", "contacts lastAt weight");

        node(
                "referral",
                "Referral",
                "id occurredOn recordedAt status statusAt convertedAt code channel reason credited afterFirstVisit"
                        + " retractedAt locked");
        node("referral", "ReferralTree", "id locked");
        node("referral", "ReferralCode", "code issuedAt endedAt");
        link("referral", "REFERRED", "referralId referredId validFrom recordedAt converted");
        link("referral", "ONCE_REFERRED", "referralId validFrom recordedAt retractedAt");
        link("referral", "MADE", "");
        link("referral", "OF", "");
        link("referral", "HOLDS", "");

        node(
                "influence",
                "InfluenceRule",
                "version gamma z damping downstreamValue convertedReferrals conversion pageRank referredWeight tiedWeight"
                        + " attendedWeight largestActivity note createdBy createdAt adoptedAt");
        node("influence", "InfluenceRun", "id asOf endedAt ruleVersion clients tieGraph weights");
        node(
                "influence",
                "InfluenceBatch",
                "key runId kind number clientIds downstreamValues convertedReferrals conversions pageRanks circles scores");

        node(
                "care",
                "Feedback",
                "id kind topic direction severity openedAt clockFrom firstResponseAt solutionAt closedAt reopened"
                        + " locked");
        node("care", "FeedbackStep", "at what staffId note");
        node("care", "FollowUp", "id step dueAt overdueAt state doneAt outcome note locked");
        node("care", "FollowUpPlan", "category hours days monthsBeforeEnd");
        node("care", "Exit", "id at type cause note profitLost rescueCap");
        node("care", "SurveyAnswer", "id at score");
        link("care", "OWNED_BY", "from to reason");
        link("care", "ANSWERS_TO", "");
        link("care", "CALLS_FOR", "");
        link("care", "DONE_BY", "");
        link("care", "TOOK", "");
        link("care", "LEFT", "");
        link("care", "GAVE", "");
        link("care", "HANDLED_BY", "");
        link("care", "ANSWERED", "");

        node("integrity", "Finding", "id key kind severity state evidence openedAt locked");
        node("integrity", "FindingStep", "number at what by reason");
        link("integrity", "ABOUT", "");
        link("integrity", "CONCERNS", "");
        link("integrity", "WENT", "");
        node(
                "reward",
                "PolicyPack",
                "id name version hash text signedBy signedAt inForce endedBy endedAt endedBecause");
        node("reward", "RewardLedger", "id sequence locked");
        node(
                "reward",
                "RewardEntry",
                "id sequence key type kind clientId amount at availableAt decision referralId referrerId friendId generation"
                        + " basis visitId visitDay side referrerBasisPoints base spendBefore basisPoints doubled whole uncapped limitedBy"
                        + " perReferral perPeriod linkBefore periodBefore period signatureId pack packVersion consents lead"
                        + " corrects cause refundId leftOfBase before accountingReference costCentre taxRecord postedBy");
        node("reward", "RewardReason", "text");
        node(
                "reward",
                "RewardApproval",
                "id status action clientId kind amount requestedBy requestedAt reason approvalAbove entryToAdjust"
                        + " accountingReference costCentre taxRecord decidedBy decidedAt decisionReason entryId");
        link("reward", "POSTED_BECAUSE", "");
        link("reward", "WORKS_AS", "declaredAt");

        node(
                "tier",
                "TierRule",
                "version tenureWeight netSpendWeight paidVisitsWeight frequencyWeight treatmentsWeight referralsWeight"
                        + " activitiesWeight feedbackWeight creditWeight influenceWeight prospectsWeight vipShare mainShare"
                        + " regularShare generalShare minimumClients hysteresis periodDays growthDays convertedBonus"
                        + " contributionBonus feedbackElsewhere potentialFrom note createdBy createdAt signedBy signedAt");
        node(
                "tier",
                "TierRun",
                "id number asOf endedAt influenceAsOf ruleVersion after clients leftOut moved hash tierClients"
                        + " tierRevenues tierPotentials lorenzClients lorenzValues gini");
        node(
                "tier",
                "TierBatch",
                "key runId number firstId clientIds tenureDays netSpend paidVisits periodVisits quarterVisits treatments"
                        + " referred converted attended contributed feedbackToClinic feedbackElsewhere owes influence"
                        + " growth recencyDays tiers previous scores below places potential held since hashes");
    }

    private Vocabulary() {}

    /** The feature that owns each label and relationship type. */
    static Map<String, String> owners() {
        return OWNERS;
    }

    /** A statement that uses every word once, so that a store knows them all. */
    public static String statement() {
        var properties =
                String.join(", ", PROPERTIES.stream().map(name -> name + ": 0").toList());
        var links = LINKS.stream()
                .map(type -> "CREATE (all)-[:" + type + "]->(all)")
                .toList();
        return "CREATE (all:%s {%s})\n%s".formatted(String.join(":", LABELS), properties, String.join("\n", links));
    }

    private static void node(String feature, String label, String properties) {
        OWNERS.put(label, feature);
        LABELS.add(label);
        properties(properties);
    }

    private static void link(String feature, String type, String properties) {
        OWNERS.put(type, feature);
        LINKS.add(type);
        properties(properties);
    }

    private static void properties(String names) {
        if (!names.isEmpty()) {
            PROPERTIES.addAll(List.of(names.split(" ")));
        }
    }
}
