package io.kith.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kith.practice.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the strength of a tie promises, whatever the contacts. */
class TieStrengthTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void nobodyIsTiedWithoutContact() {
        assertThat(TieStrength.of(0)).isZero();
        assertThat(StaffTies.ties(List.of())).isEmpty();
    }

    @Test
    void eachContactAddsAndNoNumberOfThemReachesOne() {
        for (var seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            var weight = 0.0;
            var strength = 0.0;
            for (var contact = 0; contact < 40; contact++) {
                weight += quality(random) * Math.pow(2, -random.nextInt(1_000) / 180.0);
                var more = TieStrength.of(weight);
                assertThat(more)
                        .as("seed %d, contact %d", seed, contact)
                        .isGreaterThan(strength)
                        .isLessThan(1);
                strength = more;
            }
        }
        assertThat(TieStrength.of(1e9)).isLessThan(1);
    }

    @Test
    void aTieFadesWithEveryDayAndHalvesItsWeightInAHalfLife() {
        for (var seed = 1; seed <= 50; seed++) {
            var weight = 1e-3 + new Random(seed).nextDouble() * 10;
            var before = 1.0;
            for (var day = 0; day < 800; day++) {
                var faded = TieStrength.of(TieStrength.at(NOW.plus(Duration.ofDays(day)), weight));
                assertThat(faded)
                        .as("seed %d, day %d", seed, day)
                        .isLessThan(before)
                        .isPositive();
                before = faded;
            }
            var half = TieStrength.at(NOW.plus(TieStrength.HALF_LIFE), weight);
            assertThat(half).isCloseTo(TieStrength.at(NOW, weight) / 2, within(1e-12));
        }
    }

    @Test
    void theDependencesOfAClientAddUpToOne() {
        for (var seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var contacts = new ArrayList<Contact>();
            for (var contact = 0; contact < 1 + random.nextInt(30); contact++) {
                contacts.add(contact("S" + random.nextInt(7), random));
            }
            var ties = StaffTies.ties(contacts);
            assertThat(ties.stream().mapToDouble(StaffTie::dependence).sum())
                    .as("seed %d", seed)
                    .isCloseTo(1, within(1e-12));
            for (var tie : ties) {
                assertThat(tie.parts().stream()
                                .mapToDouble(StaffTie.Part::weight)
                                .sum())
                        .as("seed %d, %s", seed, tie.staffId())
                        .isCloseTo(tie.weight(), within(1e-12));
                assertThat(tie.parts().stream()
                                .mapToInt(StaffTie.Part::contacts)
                                .sum())
                        .isEqualTo(tie.contacts());
            }
        }
    }

    @Test
    void aContactAtTheVisitItselfIsNotSinceTheVisit() {
        assertThat(StaffTies.met(null, NOW)).isEqualTo(Coverage.Met.NEVER);
        assertThat(StaffTies.met(NOW, NOW)).isEqualTo(Coverage.Met.NOT_SINCE_LAST_VISIT);
        assertThat(StaffTies.met(NOW.plusMillis(1), NOW)).isEqualTo(Coverage.Met.SINCE_LAST_VISIT);
        assertThat(StaffTies.met(NOW, null)).isEqualTo(Coverage.Met.SINCE_LAST_VISIT);
    }

    private static double quality(Random random) {
        var kinds = ContactKind.values();
        return kinds[random.nextInt(kinds.length)].quality()
                * TieStrength.FACTORS.get(random.nextInt(6))
                * TieStrength.FACTORS.get(random.nextInt(6));
    }

    private static Contact contact(String staffId, Random random) {
        var kinds = ContactKind.values();
        var weight = quality(random);
        return new Contact(
                staffId,
                Role.DOCTOR,
                Stage.DURING,
                kinds[random.nextInt(kinds.length)],
                1 + random.nextInt(4),
                NOW,
                weight,
                weight / 2,
                new Grades(1, 4),
                new Grades(0, 0));
    }
}
