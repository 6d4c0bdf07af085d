package io.kith.intake;

/** What every part of the generator needs to know about the clinic it tells of, and where it writes. */
record DemoWorld(
        long seed, DemoCalendar calendar, DemoStaff staff, DemoForest forest, DemoPeople people, DemoFiles files) {

    DemoChance chance(DemoChance.Topic topic, int index) {
        return DemoChance.on(seed, topic, index);
    }

    /** The chance of a client on one day. */
    DemoChance chance(DemoChance.Topic topic, int client, int day) {
        return DemoChance.on(seed, topic, (long) client << Integer.SIZE | day);
    }
}
