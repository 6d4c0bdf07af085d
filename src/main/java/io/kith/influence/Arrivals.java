package io.kith.influence;

import io.kith.graph.Graph;
import io.kith.referral.Forest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When and how the clients of a forest came, by number.
 *
 * <p>The channel of a client is that of the root of her chain, since whoever was brought came by who brought her; so the
 * channels part the clients.
 */
final class Arrivals {

    static final int UNKNOWN = -1;

    private static final long NEVER = Long.MIN_VALUE;

    private final List<String> channels = new ArrayList<>();
    private final int[] origins;
    private final long[] joined;
    private final long[] brought;

    private Arrivals(int size) {
        origins = new int[size];
        joined = new long[size];
        brought = new long[size];
        Arrays.fill(origins, UNKNOWN);
        Arrays.fill(joined, NEVER);
        Arrays.fill(brought, NEVER);
    }

    static Arrivals read(Graph graph, Forest forest) {
        var arrivals = new Arrivals(forest.size());
        Map<String, Integer> known = new HashMap<>();
        graph.each("influence/arrivals", Map.of(), row -> {
            var number = forest.indexOf(row.text("clientId"));
            if (number >= 0) {
                var channel = row.textOrNull("channel");
                if (channel != null) {
                    arrivals.origins[number] = known.computeIfAbsent(channel, arrivals::add);
                }
                arrivals.joined[number] = day(row.dayOrNull("joinedOn"));
                arrivals.brought[number] = day(row.dayOrNull("broughtOn"));
            }
        });
        for (var number = forest.roots(); number < forest.size(); number++) {
            arrivals.origins[number] = arrivals.origins[forest.parent(number)];
        }
        return arrivals;
    }

    List<String> channels() {
        return channels;
    }

    /** The place of a client's channel in the list, -1 for an unknown one. */
    int origin(int number) {
        return origins[number];
    }

    int origin(String channel) {
        return channels.indexOf(channel);
    }

    @Nullable
    LocalDate joinedOn(int number) {
        return joined[number] == NEVER ? null : LocalDate.ofEpochDay(joined[number]);
    }

    /** The day her credited link holds from; null for who came by herself. */
    @Nullable
    LocalDate broughtOn(int number) {
        return brought[number] == NEVER ? null : LocalDate.ofEpochDay(brought[number]);
    }

    /** Whether she joined in a period; one without bounds holds also who joined on an unknown day. */
    boolean joinedWithin(int number, @Nullable LocalDate from, @Nullable LocalDate to) {
        return within(joined[number], from, to);
    }

    boolean broughtWithin(int number, @Nullable LocalDate from, @Nullable LocalDate to) {
        return brought[number] != NEVER && within(brought[number], from, to);
    }

    /** Lists a channel that nobody came by. */
    void know(String channel) {
        add(channel);
    }

    private int add(String channel) {
        channels.add(channel);
        return channels.size() - 1;
    }

    private static boolean within(long day, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (day == NEVER) {
            return from == null && to == null;
        }
        return (from == null || day >= from.toEpochDay()) && (to == null || day <= to.toEpochDay());
    }

    private static long day(@Nullable LocalDate day) {
        return day == null ? NEVER : day.toEpochDay();
    }
}
