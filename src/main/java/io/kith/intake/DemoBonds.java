package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import io.kith.intake.DemoLife.Lived;
import java.util.List;

/** The referrals by which each client came, and her ties to those who came before. */
final class DemoBonds {

    /** A kind of tie and how often friends have it. */
    private record Kind(String name, int weight) {}

    private static final DemoWeighted<Kind> KINDS = new DemoWeighted<>(
            List.of(
                    new Kind("FRIEND", 48),
                    new Kind("COLLEAGUE", 24),
                    new Kind("CLASSMATE", 12),
                    new Kind("NEIGHBOUR", 12),
                    new Kind("OTHER", 4)),
            Kind::weight);

    private static final double NAMED_AFTER_THE_SALE = 0.005;
    private static final double CLAIMED_TWICE = 0.02;
    private static final int STILL_COURTED_DAYS = 45;
    private static final int CLAN_TRIES = 24;

    private final DemoWorld world;

    DemoBonds(DemoWorld world) {
        this.world = world;
    }

    void write(int client, Lived lived) {
        if (world.forest().referrer(client) != DemoForest.NOBODY) {
            writeReferrals(client, lived, world.chance(Topic.REFERRAL, client));
        }
        writeTies(client, world.chance(Topic.TIE, client));
    }

    /** The credited referral first; a competing claim is dated later, so the rule of the import keeps the first. */
    private void writeReferrals(int client, Lived lived, DemoChance chance) {
        int referrer = world.forest().referrer(client);
        int day = occurred(client, referrer, lived, chance);
        writeReferral(referrer, client, day, status(lived, day, chance), chance);
        int rival = chance.below(client);
        int claimed = Math.max(day, world.people().joinedDay(rival)) + chance.between(1, 20);
        if (chance.happens(CLAIMED_TWICE)
                && rival != referrer
                && world.calendar().isOver(claimed)) {
            writeReferral(rival, client, claimed, chance.happens(0.6) ? "REJECTED" : "LAPSED", chance);
        }
    }

    /** Shortly before she joined, never before her referrer did; for a few only after the first visit. */
    private int occurred(int client, int referrer, Lived lived, DemoChance chance) {
        int late = chance.between(3, 40);
        if (chance.happens(NAMED_AFTER_THE_SALE)
                && lived.visited()
                && world.calendar().isOver(lived.firstVisit() + late)) {
            return lived.firstVisit() + late;
        }
        int joined = world.people().joinedDay(client);
        return Math.max(world.people().joinedDay(referrer), joined - chance.between(0, 14));
    }

    private String status(Lived lived, int day, DemoChance chance) {
        if (lived.lastPaid() >= day) {
            return "CONVERTED";
        }
        if (lived.visited()) {
            return "CONSULTED";
        }
        if (day > world.calendar().lastDay() - STILL_COURTED_DAYS || chance.happens(0.1)) {
            return "INTRODUCED";
        }
        return chance.happens(0.85) ? "LAPSED" : "REJECTED";
    }

    private void writeReferral(int referrer, int client, int day, String status, DemoChance chance) {
        world.files()
                .row(
                        DemoFile.REFERRALS,
                        world.files().nextId(DemoFile.REFERRALS, "R"),
                        world.people().id(referrer),
                        world.people().id(client),
                        world.calendar().date(day),
                        chance.happens(0.7) ? world.people().code(referrer) : "",
                        status);
    }

    private void writeTies(int client, DemoChance chance) {
        if (client == 0) {
            return;
        }
        int eldest = world.forest().head(client);
        boolean partner = world.people().isPartner(client);
        for (int kin : world.forest().family(client)) {
            writeTie(client, kin, partner && kin == eldest ? "PARTNER" : "KIN", "");
        }
        int referrer = world.forest().referrer(client);
        if (referrer != DemoForest.NOBODY && isStranger(client, referrer) && chance.happens(0.8)) {
            writeAcquaintance(client, referrer, chance);
        }
        int other = chance.below(client);
        if (other != referrer && isStranger(client, other) && chance.happens(0.3)) {
            writeAcquaintance(client, other, chance);
        }
        if (chance.happens(0.03)) {
            writeClan(client, referrer, other, chance);
        }
    }

    /** Somebody of the same surname from another family. */
    private void writeClan(int client, int referrer, int other, DemoChance chance) {
        String surname = world.people().surname(client);
        for (int tried = 0; tried < CLAN_TRIES; tried++) {
            int namesake = chance.below(client);
            boolean known = namesake == referrer || namesake == other || !isStranger(client, namesake);
            if (!known && world.people().surname(namesake).equals(surname)) {
                writeTie(client, namesake, "CLAN", "");
                return;
            }
        }
    }

    private boolean isStranger(int client, int other) {
        return world.forest().head(client) != world.forest().head(other);
    }

    private void writeAcquaintance(int client, int other, DemoChance chance) {
        int known = world.people().joinedDay(client) - chance.below(3000);
        String since = chance.happens(0.5) ? world.calendar().date(known) : "";
        writeTie(client, other, KINDS.draw(chance).name(), since);
    }

    private void writeTie(int client, int other, String kind, String since) {
        world.files()
                .row(DemoFile.TIES, world.people().id(client), world.people().id(other), kind, since);
    }
}
