package io.kith.care;

import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.Paging;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/** Pages of a list that is computed as a whole and ranked; a cursor remembers the rank. */
final class Ranked {

    private Ranked() {}

    static <T> Connection<T> page(List<T> ranked, Function<T, String> id, Paging paging) {
        var from = Math.min(ranked.size(), rank(paging));
        var to = Math.min(ranked.size(), from + paging.first());
        var ranks = new HashMap<String, Integer>();
        for (var rank = from; rank < to; rank++) {
            ranks.put(id.apply(ranked.get(rank)), rank + 1);
        }
        return Connection.of(
                ranked.subList(from, to),
                to < ranked.size(),
                paging,
                element -> String.valueOf(ranks.get(id.apply(element))),
                Long.valueOf(ranked.size()));
    }

    private static int rank(Paging paging) {
        if (paging.after() == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(paging.after()));
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to this list.");
        }
    }
}
