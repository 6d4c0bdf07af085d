package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The clinic's activities over the years, each for about thirty guests who had joined by then, often brought by friends. */
final class DemoActivities {

    private record Kind(String name, String title) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("SALON", "Demo: skin-care evening (演示·护肤沙龙)"),
            new Kind("LECTURE", "Demo: talk by a doctor (演示·医生讲座)"),
            new Kind("OPEN_DAY", "Demo: open day (演示·开放日)"),
            new Kind("WORKSHOP", "Demo: make-up workshop (演示·美妆课)"),
            new Kind("ANNIVERSARY", "Demo: anniversary (演示·周年庆)"),
            new Kind("CHARITY", "Demo: charity sale (演示·公益义卖)"));

    private static final int CLIENTS_AN_ACTIVITY = 140;
    private static final double WITH_A_FRIEND = 0.35;

    private final DemoWorld world;

    DemoActivities(DemoWorld world) {
        this.world = world;
    }

    void write(int clients) {
        int activities = Math.max(1, clients / CLIENTS_AN_ACTIVITY);
        int first = world.calendar().firstDay();
        int days = world.calendar().lastDay() - first;
        for (int number = 1; number <= activities; number++) {
            DemoChance chance = world.chance(Topic.ACTIVITY, number);
            int day = first + (int) ((long) days * number / activities);
            String id = world.files().nextId(DemoFile.ACTIVITIES, "A");
            Kind kind = chance.pick(KINDS);
            world.files()
                    .row(
                            DemoFile.ACTIVITIES,
                            id,
                            kind.title() + " " + number,
                            kind.name(),
                            world.calendar().date(day));
            writeGuests(id, world.people().joinedBy(day), chance);
        }
    }

    private void writeGuests(String activity, int joined, DemoChance chance) {
        Set<Integer> guests = new LinkedHashSet<>();
        for (int invited = joined == 0 ? 0 : chance.between(14, 46); invited > 0; invited--) {
            int guest = chance.below(joined);
            guests.add(guest);
            int referrer = world.forest().referrer(guest);
            if (referrer != DemoForest.NOBODY && chance.happens(WITH_A_FRIEND)) {
                guests.add(referrer);
            }
        }
        for (int guest : guests) {
            String contribution = chance.happens(0.3) ? Integer.toString(chance.between(1, 10)) : "";
            world.files().row(DemoFile.ATTENDANCES, activity, world.people().id(guest), contribution);
        }
    }
}
