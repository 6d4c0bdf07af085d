package io.kith.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.client.Kinship;
import io.kith.client.Purpose;
import io.kith.integrity.Brought.Link;
import io.kith.integrity.Brought.Person;
import io.kith.reward.Pack;
import io.kith.reward.Packs;
import io.kith.reward.Reckoning;
import io.kith.reward.RewardBasis;
import io.kith.reward.RewardCase;
import io.kith.reward.RewardKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Ben, whom Ana brought, comes as k clients, side by side or each brought by the one before, and pays what he would have
 * paid. Under every pack he and Ana get no more than if he had come as one.
 *
 * <p>The packs alone do not see to it: a fixed reward a friend, and a cap a friend, are worth more the more friends there
 * are. The findings do: who shares a phone, or a name and a birth date, is held until a person approves.
 */
@KithTest
class SybilTest {

    private static final long SEED = 20261124;
    private static final int ROUNDS = 500;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Packs packs;

    private final Checks checks = new Checks(new IntegrityRules(6, 3, "-"));

    @Test
    void comingAsManyEarnsNoMoreThanComingAsOne() {
        var random = new Random(SEED);
        var wouldHaveGained = new HashSet<String>();
        assertThat(packs.all()).hasSizeGreaterThanOrEqualTo(6);
        for (var pack : packs.all()) {
            for (var round = 0; round < ROUNDS; round++) {
                var payments = payments(random, pack);
                var parts = 2 + random.nextInt(5);
                var samePhone = random.nextBoolean();
                var one = earned(pack, World.of(1, true, samePhone, payments, random), Set.of());
                for (var star : List.of(true, false)) {
                    var world = World.of(parts, star, samePhone, payments, random);
                    var held = held(world);
                    var many = earned(pack, world, held);
                    for (var kind : RewardKind.values()) {
                        assertThat(many.getOrDefault(kind, 0L))
                                .as(
                                        "seed %d, pack %s, round %d: %d false ones %s earn %s",
                                        SEED, pack.name(), round, parts, star ? "side by side" : "in a chain", kind)
                                .isLessThanOrEqualTo(one.getOrDefault(kind, 0L));
                    }
                    if (exceeds(earned(pack, world, Set.of()), one)) {
                        wouldHaveGained.add(pack.name());
                    }
                }
            }
        }
        assertThat(wouldHaveGained)
                .as("packs under which it would pay if nobody looked: else this test shows nothing")
                .contains("generic-cash", "cn-2025", "us-dental");
    }

    /** Rates alone, without fixed amounts and caps, never reward a split: they only rise with what one friend pays. */
    @Test
    void ratesAloneRewardNoSplit() {
        var random = new Random(SEED);
        for (var pack : packs.all()) {
            for (var round = 0; round < ROUNDS && !pack.steps().isEmpty(); round++) {
                var payments = payments(random, pack);
                var world = World.of(2 + random.nextInt(5), true, true, payments, random);
                var one = World.of(1, true, true, payments, random);
                assertThat(uncapped(pack, world))
                        .as("seed %d, pack %s, round %d", SEED, pack.name(), round)
                        .isLessThanOrEqualTo(uncapped(pack, one));
            }
        }
    }

    private Set<String> held(World world) {
        var held = new HashSet<String>();
        for (var brought : world.brought()) {
            checks.of(brought, new Kinship(), Map.of()).stream()
                    .filter(found -> found.severity() == FindingSeverity.HIGH)
                    .forEach(found -> held.addAll(found.referralIds()));
        }
        return held;
    }

    /** What all links earn that are not held, by kind, reckoned visit by visit as the ledger does. */
    private static Map<RewardKind, Long> earned(Pack pack, World world, Set<String> held) {
        var sums = new EnumMap<RewardKind, Long>(RewardKind.class);
        var perPeriod = new HashMap<String, Long>();
        for (var link : world.links()) {
            var perLink = new EnumMap<RewardKind, Long>(RewardKind.class);
            var spent = 0L;
            for (var payment : link.payments()) {
                for (var kind : RewardKind.values()) {
                    for (var basis : List.of(RewardBasis.VISIT, RewardBasis.CONVERSION)) {
                        var applies = basis == RewardBasis.VISIT
                                ? kind == pack.visitKind()
                                : spent == 0 && pack.conversions().containsKey(kind);
                        if (!applies) {
                            continue;
                        }
                        var account = link.referrer() + kind;
                        var facts = facts(
                                pack,
                                basis,
                                kind,
                                payment,
                                spent,
                                perLink.getOrDefault(kind, 0L),
                                perPeriod.getOrDefault(account, 0L));
                        if (facts.refusedBy(pack) != null) {
                            continue;
                        }
                        var whole = Reckoning.of(pack, facts).whole();
                        perLink.merge(kind, whole, Math::addExact);
                        perPeriod.merge(account, whole, Math::addExact);
                        if (!held.contains(link.referralId())) {
                            sums.merge(kind, whole, Math::addExact);
                        }
                    }
                }
                spent = Math.addExact(spent, payment);
            }
        }
        return sums;
    }

    private static long uncapped(Pack pack, World world) {
        var sum = 0L;
        for (var link : world.links()) {
            var spent = 0L;
            for (var payment : link.payments()) {
                var kind = pack.visitKind();
                if (kind != null) {
                    var facts = facts(pack, RewardBasis.VISIT, kind, payment, spent, 0, 0);
                    sum = Math.addExact(sum, Reckoning.of(pack, facts).uncapped());
                }
                spent = Math.addExact(spent, payment);
            }
        }
        return sum;
    }

    private static RewardCase facts(
            Pack pack, RewardBasis basis, RewardKind kind, long payment, long spent, long perLink, long perPeriod) {
        return new RewardCase(
                RewardCase.PAY_DEPTH,
                basis,
                kind,
                payment,
                spent,
                DAY,
                DAY,
                null,
                false,
                false,
                false,
                false,
                EnumSet.allOf(Purpose.class),
                EnumSet.allOf(Purpose.class),
                perLink,
                perPeriod);
    }

    private static boolean exceeds(Map<RewardKind, Long> many, Map<RewardKind, Long> one) {
        return many.entrySet().stream().anyMatch(sum -> sum.getValue() > one.getOrDefault(sum.getKey(), 0L));
    }

    private static List<Long> payments(Random random, Pack pack) {
        var payments = new ArrayList<Long>();
        var most = random.nextBoolean() ? 50_000 : 5_000_000;
        for (var visit = 6 + random.nextInt(6); visit > 0; visit--) {
            payments.add(1L + random.nextInt(most));
        }
        return payments;
    }

    /** Ana, and Ben as one or as many; each of whom pays his part of the visits. */
    private record World(List<Visits> links, List<Brought> brought) {

        /** What somebody paid who was brought. */
        private record Visits(String referralId, String referrer, List<Long> payments) {}

        static World of(int parts, boolean star, boolean samePhone, List<Long> payments, Random random) {
            var ana = new Person("ana", "+8613800138000", "ana", LocalDate.of(1980, 1, 1));
            var split = new ArrayList<List<Long>>();
            for (var part = 0; part < parts; part++) {
                split.add(new ArrayList<>());
            }
            for (var visit = 0; visit < payments.size(); visit++) {
                split.get(visit < parts ? visit : random.nextInt(parts)).add(payments.get(visit));
            }
            var people = new ArrayList<Person>();
            people.add(ana);
            for (var part = 0; part < parts; part++) {
                var phone = samePhone ? "+8613911112222" : "+86139111122%02d".formatted(part);
                people.add(
                        new Person("ben-" + part, phone, samePhone ? "ben " + part : "ben", LocalDate.of(1990, 5, 4)));
            }
            var visits = new ArrayList<Visits>();
            var brought = new ArrayList<Brought>();
            for (var part = 1; part <= parts; part++) {
                var referrer = people.get(star ? 0 : part - 1);
                visits.add(new Visits("r" + part, referrer.id(), split.get(part - 1)));
                if (!star) {
                    var above = part > 1 ? people.get(part - 2) : null;
                    var link = new Link("r" + part, people.get(part), DAY, false);
                    brought.add(new Brought(referrer, above, List.of(link)));
                }
            }
            if (star) {
                var links = new ArrayList<Link>();
                for (var part = 1; part <= parts; part++) {
                    links.add(new Link("r" + part, people.get(part), DAY, false));
                }
                brought.add(new Brought(ana, null, links));
            }
            return new World(visits, brought);
        }
    }
}
