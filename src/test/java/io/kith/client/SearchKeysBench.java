package io.kith.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What search keys cost a client, in CPU time of the one thread that makes them: {@code mvn test
 * -Dtest=SearchKeysBench}. Names are four Chinese to one English, of some 3,000 different characters.
 */
class SearchKeysBench {

    private static final int CLIENTS = 200_000;
    private static final int ROUNDS = 5;
    private static final String FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡单區仇解查朴任華盖翟";
    private static final String[] FIRST = {"Ana", "Ben", "Cleo", "José", "Jean-Luc", "Dora", "Miles"};
    private static final String[] LAST = {"Lopez", "O'Brien", "Smith", "Nguyễn", "Groß", "Okafor"};

    private final SearchKeys search = new SearchKeys(new Phones("CN"));

    private record Person(String id, String name, String phone) {}

    @Test
    void costOfAClient() {
        List<Person> people = people(new Random(7));

        System.out.printf("names, first time each character is met: %.1f us%n", micros(people, this::byName));
        System.out.printf("names, warm: %.2f us%n", best(people, this::byName));
        System.out.printf("names with telephone, warm: %.2f us%n", best(people, this::byNameAndPhone));
        System.out.printf("queries, warm: %.2f us%n", best(people, this::query));
        System.out.printf(
                "characters of keys a client: %.0f without telephone, %.0f with%n",
                people.stream().mapToInt(this::byName).average().orElseThrow(),
                people.stream().mapToInt(this::byNameAndPhone).average().orElseThrow());
        assertThat(best(people, this::byName)).isLessThan(50);
    }

    private int byName(Person person) {
        return search.keysOf(person.id(), person.name(), null, List.of()).length();
    }

    private int byNameAndPhone(Person person) {
        return search.keysOf(person.id(), person.name(), person.phone(), List.of())
                .length();
    }

    private int query(Person person) {
        return search.queryFor(person.name()).orElseThrow().length();
    }

    private static double best(List<Person> people, ToIntFunction<Person> work) {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> micros(people, work))
                .min()
                .orElseThrow();
    }

    private static double micros(List<Person> people, ToIntFunction<Person> work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long sum = 0;
        for (Person person : people) sum += work.applyAsInt(person);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(sum).isPositive();
        return spent / 1e3 / people.size();
    }

    private static List<Person> people(Random random) {
        return IntStream.range(0, CLIENTS)
                .mapToObj(number -> new Person(
                        String.format("C%07d", number),
                        random.nextInt(5) == 0 ? english(random) : chinese(random),
                        "+8613" + (100_000_000 + random.nextInt(900_000_000))))
                .toList();
    }

    private static String english(Random random) {
        return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
    }

    private static String chinese(Random random) {
        StringBuilder name = new StringBuilder();
        name.append(FAMILIES.charAt(random.nextInt(FAMILIES.length())));
        for (int given = 1 + random.nextInt(2); given > 0; given--)
            name.append((char) (0x4E00 + 7 * random.nextInt(2980)));
        return name.toString();
    }
}
