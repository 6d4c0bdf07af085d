package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import io.kith.intake.DemoNames.Script;
import io.kith.intake.DemoStaff.Member;
import io.kith.intake.DemoStaff.Role;
import java.util.List;

/** The touchpoints of each client: before, during and after her visits, and those that led to none. */
final class DemoContacts {

    private enum Stage {
        BEFORE,
        DURING,
        AFTER
    }

    /** A kind of contact, by whom, and how often among those of its stage. */
    private record Kind(String name, Role by, int weight) {}

    private static final DemoWeighted<Kind> BEFORE = new DemoWeighted<>(
            List.of(
                    new Kind("BOOKING", Role.FRONT_DESK, 50),
                    new Kind("MESSAGE", Role.CLIENT_SERVICE, 20),
                    new Kind("CALL", Role.CLIENT_SERVICE, 15),
                    new Kind("CONSULTATION", Role.CONSULTANT, 15)),
            Kind::weight);

    private static final DemoWeighted<Kind> AFTER = new DemoWeighted<>(
            List.of(
                    new Kind("FOLLOW_UP", Role.CLIENT_SERVICE, 40),
                    new Kind("FOLLOW_UP", Role.NURSE, 25),
                    new Kind("MESSAGE", Role.CLIENT_SERVICE, 20),
                    new Kind("CALL", Role.CONSULTANT, 15)),
            Kind::weight);

    private static final DemoWeighted<Kind> MISSED = new DemoWeighted<>(
            List.of(new Kind("CANCELLATION", Role.FRONT_DESK, 60), new Kind("NO_SHOW", Role.FRONT_DESK, 40)),
            Kind::weight);

    private static final DemoWeighted<Kind> AT_LEISURE = new DemoWeighted<>(
            List.of(
                    new Kind("GREETING", Role.CLIENT_SERVICE, 60),
                    new Kind("EVENT", Role.CONSULTANT, 20),
                    new Kind("MESSAGE", Role.CONSULTANT, 15),
                    new Kind("OTHER", Role.MANAGER, 5)),
            Kind::weight);

    private final DemoWorld world;

    DemoContacts(DemoWorld world) {
        this.world = world;
    }

    /** The contacts around one visit, with whoever performed it among others. */
    void around(int client, int day, Member performer) {
        DemoChance chance = world.chance(Topic.CONTACT, client, day);
        int earliest = world.people().joinedDay(client);
        if (chance.happens(0.4)) {
            write(client, Math.max(earliest, day - chance.between(1, 6)), Stage.BEFORE, BEFORE.draw(chance), chance);
        }
        if (chance.happens(0.04)) {
            write(client, Math.max(earliest, day - chance.between(2, 12)), Stage.BEFORE, MISSED.draw(chance), chance);
        }
        if (chance.happens(0.5)) {
            boolean received = chance.happens(0.35);
            Member member = received ? world.staff().meeting(Role.FRONT_DESK, client, day, chance) : performer;
            write(client, day, Stage.DURING, received ? "RECEPTION" : "TREATMENT", member, chance);
        }
        if (chance.happens(0.45)) {
            write(client, day + chance.between(1, 3), Stage.AFTER, AFTER.draw(chance), chance);
        }
    }

    /** The contacts that belong to no visit: courtship of those who never came, greetings to the others. */
    void apart(int client, boolean visited) {
        DemoChance chance = world.chance(Topic.CONTACT, client, 0);
        int joined = world.people().joinedDay(client);
        int contacts = visited ? chance.run(0.35, 8) - 1 : chance.run(0.45, 5);
        for (int number = 0; number < contacts; number++) {
            int day = visited
                    ? chance.between(joined, world.calendar().lastDay())
                    : joined + chance.between(0, 4) * (number + 1);
            Kind kind = visited ? AT_LEISURE.draw(chance) : BEFORE.draw(chance);
            write(client, day, visited ? Stage.AFTER : Stage.BEFORE, kind, chance);
        }
    }

    private void write(int client, int day, Stage stage, Kind kind, DemoChance chance) {
        if (world.calendar().isOver(day)) {
            write(client, day, stage, kind.name(), world.staff().meeting(kind.by(), client, day, chance), chance);
        }
    }

    private void write(int client, int day, Stage stage, String kind, Member member, DemoChance chance) {
        double mood = world.forest().mood(client) + world.staff().charm(member) + chance.bell() * 0.15;
        world.files()
                .row(
                        DemoFile.TOUCHPOINTS,
                        world.files().nextId(DemoFile.TOUCHPOINTS, "T"),
                        world.people().id(client),
                        member.id(),
                        world.calendar().moment(day, chance),
                        stage.name(),
                        kind,
                        chance.happens(stage == Stage.BEFORE ? 0.12 : 0.5) ? grade(mood) : "",
                        chance.happens(stage == Stage.BEFORE ? 0.25 : 0.4) ? grade(mood - 0.1) : "",
                        chance.happens(0.2) ? note(client, mood, chance) : "");
    }

    private static String grade(double mood) {
        return Integer.toString(Math.max(1, Math.min(5, 1 + (int) (mood * 5))));
    }

    private String note(int client, double mood, DemoChance chance) {
        boolean english = world.people().script(client) == Script.ENGLISH || chance.happens(0.08);
        return DemoNotes.about(english, mood, chance);
    }
}
