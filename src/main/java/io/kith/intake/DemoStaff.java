package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import java.util.ArrayList;
import java.util.List;

/** The demo clinic's staff: every role is held by somebody on every day, some have left and some came later. */
final class DemoStaff {

    /** The roles of the import layout. */
    enum Role {
        FRONT_DESK,
        CLIENT_SERVICE,
        CONSULTANT,
        DOCTOR,
        NURSE,
        THERAPIST,
        MANAGER
    }

    /** One staff member and the days she works here. */
    record Member(int number, String id, Role role, int from, int to) {

        boolean worksOn(int day) {
            return from <= day && day <= to;
        }
    }

    private static final int FEWEST = 12;
    private static final int MOST = 200;
    private static final int CLIENTS_A_MEMBER = 250;
    private static final int STILL_HERE = Integer.MAX_VALUE;

    /** After one member of each role, the others come in this turn. */
    private static final List<Role> TURN = List.of(
            Role.THERAPIST,
            Role.DOCTOR,
            Role.CONSULTANT,
            Role.CLIENT_SERVICE,
            Role.FRONT_DESK,
            Role.THERAPIST,
            Role.NURSE,
            Role.DOCTOR);

    private final long seed;
    private final DemoCalendar calendar;
    private final List<List<Member>> byRole = new ArrayList<>();

    DemoStaff(int clients, long seed, DemoCalendar calendar) {
        this.seed = seed;
        this.calendar = calendar;
        for (int role = 0; role < Role.values().length; role++) {
            byRole.add(new ArrayList<>());
        }
        int size = Math.min(MOST, FEWEST + clients / CLIENTS_A_MEMBER);
        for (int index = 0; index < size; index++) {
            Member member = member(index, size);
            byRole.get(member.role().ordinal()).add(member);
        }
    }

    private Member member(int index, int size) {
        DemoChance chance = DemoChance.on(seed, Topic.STAFF, index);
        int founders = Role.values().length;
        boolean founder = index < founders;
        boolean left = !founder && (index - founders) % 6 == 0;
        boolean late = !founder && (index - founders) % 4 == 1;
        int from = late ? calendar.firstDay() + chance.between(30, 700) : calendar.firstDay() - chance.between(1, 3000);
        int to = left ? calendar.lastDay() - chance.between(20, 300) : STILL_HERE;
        String id =
                DemoFiles.id("S", index + 1L, Math.max(2, Integer.toString(size).length()));
        return new Member(index, id, role(index), from, to);
    }

    private static Role role(int index) {
        int founders = Role.values().length;
        if (index < founders) {
            return Role.values()[index];
        }
        return index % 30 == 29 ? Role.MANAGER : TURN.get((index - founders) % TURN.size());
    }

    /** Who of the role meets this client on that day: mostly her own, otherwise somebody who is there. */
    Member meeting(Role role, int client, int day, DemoChance chance) {
        List<Member> members = byRole.get(role.ordinal());
        int at = chance.happens(0.8) ? favourite(role, client, members.size()) : chance.below(members.size());
        while (!members.get(at).worksOn(day)) {
            at = (at + 1) % members.size();
        }
        return members.get(at);
    }

    private int favourite(Role role, int client, int size) {
        DemoChance chance = DemoChance.on(seed, Topic.FAVOUR, (long) client * Role.values().length + role.ordinal());
        return Math.min(chance.below(size), chance.below(size));
    }

    /** How much better or worse than usual clients feel with the member, −0.15 … 0.15. */
    double charm(Member member) {
        return DemoChance.on(seed, Topic.CHARM, member.number()).share() * 0.3 - 0.15;
    }

    void write(DemoFiles files) {
        for (List<Member> members : byRole) {
            for (Member member : members) {
                files.row(
                        DemoFile.STAFF,
                        member.id(),
                        name(member),
                        member.role().name(),
                        calendar.date(member.from()),
                        member.to() == STILL_HERE ? "" : calendar.date(member.to()));
            }
        }
    }

    private String name(Member member) {
        DemoChance chance = DemoChance.on(seed, Topic.NAME, -1L - member.number());
        DemoNames.Script script = DemoNames.script(chance);
        return DemoNames.full(script, DemoNames.surname(script, chance), chance);
    }
}
