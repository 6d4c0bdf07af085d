package io.kith.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import io.kith.referral.Forest;
import io.kith.referral.ForestBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Whom the questions are about: clients of the generated clinic, chosen by a seed from its files. */
final class Workload {

    private static final int ASKED = 2_000;

    final List<String> anyone;
    final List<String> deepest;
    final List<String> largest;

    private final Forest forest;

    private Workload(Forest forest, List<String> anyone, List<String> deepest, List<String> largest) {
        this.forest = forest;
        this.anyone = anyone;
        this.deepest = deepest;
        this.largest = largest;
    }

    static Workload of(Path files) {
        var forest = forest(files);
        var random = new Random(1);
        var anyone = random.ints(ASKED, 0, forest.size()).mapToObj(forest::id).toList();
        var deepest = IntStream.range(Math.max(0, forest.size() - 200), forest.size())
                .mapToObj(forest::id)
                .toList();
        var below = forest.sizesBelow();
        var largest = IntStream.range(0, forest.size())
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> -below[number]))
                .limit(100)
                .map(forest::id)
                .toList();
        return new Workload(forest, anyone, deepest, largest);
    }

    /** Everybody, in another order in each run, since each brings somebody in it. */
    List<String> referrers() {
        var ids = new ArrayList<>(
                IntStream.range(0, forest.size()).mapToObj(forest::id).toList());
        Collections.shuffle(ids);
        return ids;
    }

    /** The credited links as the import decides them: the earliest claim by (occurred_on, id). */
    private static Forest forest(Path files) {
        var first = new HashMap<String, String[]>();
        rows(files.resolve("referrals.csv"), row -> {
            var claim = new String[] {row.get("occurred_on") + " " + row.get("id"), row.get("referrer_id")};
            first.merge(row.get("referred_id"), claim, (one, other) -> one[0].compareTo(other[0]) <= 0 ? one : other);
        });
        var builder = new ForestBuilder();
        rows(files.resolve("clients.csv"), row -> {
            var claim = first.get(row.get("id"));
            builder.add(row.get("id"), claim == null ? null : claim[1], 0, false, 1);
        });
        return builder.build();
    }

    private static void rows(Path file, Consumer<Map<String, String>> reader) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> reader.accept(row.getFieldsAsMap()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A list long enough to give each of many requests its own client. */
    static List<String> repeated(List<String> ids, int times) {
        var all = new ArrayList<String>(times);
        for (var time = 0; time < times; time++) {
            all.add(ids.get(time % ids.size()));
        }
        return all;
    }
}
