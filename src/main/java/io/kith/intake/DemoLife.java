package io.kith.intake;

import io.kith.intake.DemoCatalogue.Category;
import io.kith.intake.DemoCatalogue.Treatment;
import io.kith.intake.DemoChance.Topic;
import io.kith.intake.DemoStaff.Member;
import io.kith.intake.DemoStaff.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The visits of each client, from her first, if any, until she stays away. */
final class DemoLife {

    /** What became of a client: the epoch days of her first, last and last paid visit. */
    record Lived(int visits, int firstVisit, int lastVisit, int lastPaid) {

        static final Lived NOTHING = new Lived(0, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

        boolean visited() {
            return visits > 0;
        }

        private Lived after(int day, boolean paid) {
            return new Lived(visits + 1, Math.min(firstVisit, day), day, paid ? day : lastPaid);
        }
    }

    /** What one client is like as a customer. */
    private record Habit(Category interest, double purse, double leaving) {

        private static Habit of(DemoChance chance) {
            double loyalty = chance.share();
            double leaving = loyalty < 0.3 ? 0.4 : loyalty < 0.75 ? 0.13 : 0.045;
            return new Habit(DemoCatalogue.interest(chance), chance.happens(0.06) ? 0.65 : 0.22, leaving);
        }
    }

    private static final double NEVER_COMES = 0.22;
    private static final double ARREARS = 0.02;
    private static final double REFUND = 0.012;
    private static final int MOST_UNITS = 12;
    private static final List<Integer> PERCENT_OF_PRICE = List.of(100, 100, 100, 100, 95, 90, 88, 80);

    private final DemoWorld world;
    private final DemoContacts contacts;

    DemoLife(DemoWorld world, DemoContacts contacts) {
        this.world = world;
        this.contacts = contacts;
    }

    Lived write(int client) {
        DemoChance chance = world.chance(Topic.LIFE, client);
        Lived lived = Lived.NOTHING;
        if (chance.happens(NEVER_COMES)) {
            return lived;
        }
        Habit habit = Habit.of(chance);
        int day = world.people().joinedDay(client) + chance.between(1, 10);
        boolean stays = true;
        while (stays && world.calendar().isOver(day)) {
            lived = lived.after(day, visit(client, day, habit, !lived.visited(), chance));
            stays = !chance.happens(habit.leaving());
            day += Math.max(5, (int) Math.min(500, chance.stretched(38, 0.8)));
        }
        return lived;
    }

    /** Writes one visit with the contacts around it and says whether anything was paid. */
    private boolean visit(int client, int day, Habit habit, boolean first, DemoChance chance) {
        List<Treatment> chosen = first ? firstTreatments(habit, chance) : treatments(habit, chance);
        List<Member> serving = serving(client, day, chosen, chance);
        long charged = charge(chosen, habit, chance);
        long paid = chance.happens(ARREARS) ? charged / 10_000 * chance.between(30, 90) * 100 : charged;
        world.files()
                .row(
                        DemoFile.VISITS,
                        world.files().nextId(DemoFile.VISITS, "V"),
                        world.people().id(client),
                        world.calendar().moment(day, chance),
                        DemoFiles.amount(charged),
                        DemoFiles.amount(paid),
                        DemoFiles.amount(refund(paid, chance)),
                        cell(chosen, Treatment::code),
                        cell(serving, member -> member.id() + ":" + member.role()));
        contacts.around(client, day, serving.get(0));
        return paid > 0;
    }

    private static List<Treatment> firstTreatments(Habit habit, DemoChance chance) {
        if (!chance.happens(0.4)) {
            return treatments(habit, chance);
        }
        Treatment tried = DemoCatalogue.treatment(habit.interest(), chance);
        return chance.happens(0.3) ? List.of(DemoCatalogue.CONSULTATION) : List.of(DemoCatalogue.CONSULTATION, tried);
    }

    private static List<Treatment> treatments(Habit habit, DemoChance chance) {
        if (chance.happens(0.06)) {
            return List.of(DemoCatalogue.REVIEW);
        }
        List<Treatment> chosen = new ArrayList<>();
        int wanted = chance.run(0.3, 3);
        for (int number = 0; number < wanted; number++) {
            Treatment treatment = DemoCatalogue.treatment(category(habit, chance), chance);
            if (!chosen.contains(treatment)) {
                chosen.add(treatment);
            }
        }
        if (chance.happens(0.1)) {
            chosen.add(DemoCatalogue.PRODUCT);
        }
        return chosen;
    }

    /** Mostly what she comes for; surgery seldom twice. */
    private static Category category(Habit habit, DemoChance chance) {
        Category category = chance.happens(0.72) ? habit.interest() : DemoCatalogue.interest(chance);
        return category == Category.SURGERY && !chance.happens(0.25) ? Category.SKIN : category;
    }

    private static long charge(List<Treatment> chosen, Habit habit, DemoChance chance) {
        long total = 0;
        for (Treatment treatment : chosen) {
            boolean counted = treatment.category() == Category.INJECTABLE || treatment.category() == Category.DENTAL;
            total += treatment.price() * (counted ? chance.run(habit.purse(), MOST_UNITS) : 1);
        }
        return total * chance.pick(PERCENT_OF_PRICE) / 100;
    }

    private static long refund(long paid, DemoChance chance) {
        if (!chance.happens(REFUND)) {
            return 0;
        }
        return chance.happens(0.4) ? paid : paid * chance.between(10, 60) / 100;
    }

    private static <T> String cell(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining("|"));
    }

    /** Who serves a visit, whoever performs the first treatment foremost. */
    private List<Member> serving(int client, int day, List<Treatment> chosen, DemoChance chance) {
        Set<Role> roles = new LinkedHashSet<>();
        for (Treatment treatment : chosen) {
            roles.add(performer(treatment.category()));
            if (treatment.category() == Category.SURGERY) {
                roles.add(Role.NURSE);
            }
        }
        if (chance.happens(0.25)) {
            roles.add(Role.FRONT_DESK);
        }
        return roles.stream()
                .map(role -> world.staff().meeting(role, client, day, chance))
                .toList();
    }

    private static Role performer(Category category) {
        return switch (category) {
            case INJECTABLE, DENTAL, SURGERY -> Role.DOCTOR;
            case SKIN, LASER, BODY -> Role.THERAPIST;
            case CARE -> Role.CONSULTANT;
        };
    }
}
