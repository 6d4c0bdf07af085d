package io.kith.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What holds in a folder of which every row can be imported: keys, references, values, nothing in the future. */
final class SoundFolder {

    private final ImportFolder folder;
    private final LocalDate today;
    private final Map<String, Map<String, String>> clients;
    private final Map<String, Map<String, String>> staff;

    SoundFolder(ImportFolder folder, LocalDate today) {
        this.folder = folder;
        this.today = today;
        this.clients = folder.byId("clients");
        this.staff = folder.byId("staff");
    }

    void check() {
        checkClients();
        checkStaff();
        checkCatalogue();
        checkVisits();
        checkReferrals();
        checkTies();
        checkTouchpoints();
        checkVoices();
        checkActivities();
    }

    private void checkClients() {
        assertThat(clients.values())
                .allMatch(client -> !client.get("name").isBlank())
                .allMatch(client -> isPastDate(client.get("joined_on")))
                .allMatch(client -> client.get("birth_date").isEmpty()
                        || LocalDate.parse(client.get("birth_date")).isBefore(today.minusYears(18)));
        checkReferences(filled(clients.values(), "channel"), "channel", folder.byId("channels"));
    }

    private void checkStaff() {
        assertThat(staff.values())
                .allMatch(oneOf("role", "FRONT_DESK CLIENT_SERVICE CONSULTANT DOCTOR NURSE THERAPIST MANAGER"))
                .extracting(member -> member.get("role"))
                .hasSizeBetween(12, 200)
                .contains("FRONT_DESK", "CLIENT_SERVICE", "CONSULTANT", "DOCTOR", "NURSE", "THERAPIST", "MANAGER");
    }

    private void checkCatalogue() {
        assertThat(folder.byId("treatments").values())
                .hasSizeBetween(38, 45)
                .allMatch(treatment -> amount(treatment, "price").signum() >= 0)
                .allMatch(treatment -> treatment.get("effect_days").matches("\\d{1,4}"));
        List<Map<String, String>> spends = folder.rows("channel_spend");
        assertThat(spends)
                .hasSizeGreaterThan(36)
                .allMatch(spend -> spend.get("month").matches("20\\d\\d-[01]\\d"))
                .allMatch(spend -> spend.get("month").compareTo(today.toString()) < 0)
                .allMatch(spend -> amount(spend, "amount").signum() > 0);
        checkReferences(spends, "channel", folder.byId("channels"));
        checkUnique(spends, spend -> spend.get("channel") + spend.get("month"));
    }

    private void checkVisits() {
        Set<String> treatments = folder.byId("treatments").keySet();
        Collection<Map<String, String>> visits = folder.byId("visits").values();
        checkOfClients(visits, "at");
        assertThat(visits)
                .allMatch(visit -> Stream.of("charged", "paid", "refunded")
                        .allMatch(it -> amount(visit, it).scale() == 2))
                .allMatch(visit -> amount(visit, "refunded").signum() >= 0)
                .allMatch(visit -> amount(visit, "refunded").compareTo(amount(visit, "paid")) <= 0)
                .allMatch(visit -> amount(visit, "paid").compareTo(amount(visit, "charged")) <= 0)
                .allMatch(visit -> treatments.containsAll(parts(visit, "treatments")))
                .allMatch(visit -> parts(visit, "staff").stream().allMatch(served -> served(served, visit.get("at"))));
    }

    private boolean served(String memberAndRole, String moment) {
        Map<String, String> member = staff.get(memberAndRole.split(":")[0]);
        return member.get("role").equals(memberAndRole.split(":")[1]) && isActive(member, moment);
    }

    private void checkReferrals() {
        Collection<Map<String, String>> referrals = folder.byId("referrals").values();
        checkReferences(referrals, "referrer_id", clients);
        checkReferences(referrals, "referred_id", clients);
        assertThat(referrals)
                .allMatch(referral -> !referral.get("referrer_id").equals(referral.get("referred_id")))
                .allMatch(referral -> isPastDate(referral.get("occurred_on")))
                .allMatch(referral -> joined(referral.get("referrer_id")).compareTo(referral.get("occurred_on")) <= 0)
                .allMatch(referral -> referral.get("code").matches("|[0-9A-HJKMNP-TV-Z]{10}"))
                .allMatch(oneOf("status", "INTRODUCED CONSULTED CONVERTED LAPSED REJECTED"));
        List<Map<String, String>> coded = filled(referrals, "code");
        assertThat(distinct(coded, referral -> referral.get("code")))
                .as("a code names one referrer")
                .hasSameSizeAs(distinct(coded, referral -> referral.get("referrer_id")))
                .hasSameSizeAs(distinct(coded, referral -> referral.get("referrer_id") + referral.get("code")));
    }

    private void checkTies() {
        List<Map<String, String>> ties = folder.rows("ties");
        checkReferences(ties, "client_id", clients);
        checkReferences(ties, "other_id", clients);
        checkUnique(ties, tie -> Set.of(tie.get("client_id"), tie.get("other_id")) + tie.get("kind"));
        assertThat(ties)
                .allMatch(oneOf("kind", "KIN PARTNER FRIEND COLLEAGUE NEIGHBOUR CLASSMATE CLAN OTHER"))
                .allMatch(tie -> tie.get("since").isEmpty() || isPastDate(tie.get("since")));
    }

    private void checkTouchpoints() {
        Collection<Map<String, String>> contacts = folder.byId("touchpoints").values();
        checkOfClients(contacts, "at");
        checkReferences(contacts, "staff_id", staff);
        assertThat(contacts)
                .allMatch(contact -> isActive(staff.get(contact.get("staff_id")), contact.get("at")))
                .allMatch(oneOf("stage", "BEFORE DURING AFTER"))
                .allMatch(oneOf(
                        "kind",
                        "CALL MESSAGE RECEPTION CONSULTATION TREATMENT FOLLOW_UP GREETING EVENT BOOKING CANCELLATION"
                                + " NO_SHOW OTHER"))
                .allMatch(contact -> contact.get("satisfaction").matches("[1-5]?"))
                .allMatch(contact -> contact.get("rapport").matches("[1-5]?"));
    }

    private void checkVoices() {
        Collection<Map<String, String>> feedback = folder.byId("feedback").values();
        checkOfClients(feedback, "opened_at");
        checkReferences(filled(feedback, "staff_id"), "staff_id", staff);
        assertThat(feedback)
                .allMatch(oneOf("kind", "COMPLAINT SUGGESTION PRAISE"))
                .allMatch(voice -> voice.get("severity").matches("[1-5]"))
                .allMatch(voice -> follows(voice.get("opened_at"), voice.get("first_response_at")))
                .allMatch(voice -> follows(voice.get("first_response_at"), voice.get("solution_at")))
                .allMatch(voice -> follows(voice.get("solution_at"), voice.get("closed_at")));
        checkOfClients(folder.byId("surveys").values(), "at");
        assertThat(folder.rows("surveys"))
                .allMatch(answer -> answer.get("score").matches("\\d|10"));
    }

    private void checkActivities() {
        List<Map<String, String>> guests = folder.rows("attendances");
        checkReferences(guests, "activity_id", folder.byId("activities"));
        checkReferences(guests, "client_id", clients);
        checkUnique(guests, guest -> guest.get("activity_id") + guest.get("client_id"));
        assertThat(guests).allMatch(guest -> guest.get("contribution").matches("[1-9]?|10"));
        assertThat(folder.rows("activities")).allMatch(activity -> isPastDate(activity.get("held_on")));
    }

    private void checkOfClients(Collection<Map<String, String>> rows, String moment) {
        checkReferences(rows, "client_id", clients);
        assertThat(rows)
                .allMatch(row -> isPast(row.get(moment)))
                .allMatch(row -> joined(row.get("client_id")).compareTo(row.get(moment)) <= 0);
    }

    private static void checkReferences(
            Collection<Map<String, String>> rows, String column, Map<String, Map<String, String>> targets) {
        assertThat(rows).as(column).allMatch(row -> targets.containsKey(row.get(column)));
    }

    private static void checkUnique(Collection<Map<String, String>> rows, Function<Map<String, String>, String> key) {
        assertThat(distinct(rows, key)).hasSameSizeAs(rows);
    }

    private static Set<String> distinct(
            Collection<Map<String, String>> rows, Function<Map<String, String>, String> value) {
        Set<String> values = new HashSet<>();
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }

    private String joined(String client) {
        return clients.get(client).get("joined_on");
    }

    private static boolean isActive(Map<String, String> member, String moment) {
        String day = moment.substring(0, 10);
        return member.get("active_from").compareTo(day) <= 0
                && (member.get("active_to").isEmpty() || member.get("active_to").compareTo(day) >= 0);
    }

    /** Neither follows without the one before, nor before it, nor before its time has come. */
    private boolean follows(String moment, String next) {
        return next.isEmpty() || !moment.isEmpty() && moment.compareTo(next) < 0 && isPast(next);
    }

    /** Past wherever today has begun. */
    private boolean isPast(String moment) {
        return Instant.parse(moment)
                .isBefore(today.atStartOfDay(ZoneOffset.ofHours(14)).toInstant());
    }

    private boolean isPastDate(String date) {
        return LocalDate.parse(date).isBefore(today);
    }

    private static Predicate<Map<String, String>> oneOf(String column, String values) {
        Set<String> known = Set.of(values.split(" "));
        return row -> known.contains(row.get(column));
    }

    private static List<String> parts(Map<String, String> row, String column) {
        return List.of(row.get(column).split("\\|"));
    }

    private static List<Map<String, String>> filled(Collection<Map<String, String>> rows, String column) {
        return rows.stream().filter(row -> !row.get(column).isEmpty()).toList();
    }

    private static BigDecimal amount(Map<String, String> row, String column) {
        return new BigDecimal(row.get(column));
    }
}
