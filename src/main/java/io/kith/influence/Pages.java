package io.kith.influence;

import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Pages of a ranking: a cursor remembers the position in it. */
public final class Pages {

    private record Placed<T>(int position, T node) {}

    private Pages() {}

    /**
     * One page of the first {@code size} positions.
     *
     * @param fits whether a position belongs into the list
     * @param node what stands at a position
     */
    public static <T> Connection<T> of(
            int size, IntPredicate fits, IntFunction<T> node, Paging paging, @Nullable Long total) {
        var found = new ArrayList<Placed<T>>();
        for (var position = start(paging.after()); position < size && found.size() < paging.oneMore(); position++) {
            if (fits.test(position)) {
                found.add(new Placed<>(position, node.apply(position)));
            }
        }
        var page = Connection.of(found, paging, placed -> String.valueOf(placed.position()), total);
        List<Connection.Edge<T>> edges = page.edges().stream()
                .map(edge -> new Connection.Edge<>(edge.node().node(), edge.cursor()))
                .toList();
        return new Connection<>(edges, page.pageInfo(), total);
    }

    private static int start(@Nullable String after) {
        try {
            return after == null ? 0 : Math.max(0, Math.addExact(Integer.parseInt(after), 1));
        } catch (NumberFormatException | ArithmeticException foreign) {
            throw new InvalidInput("The cursor does not belong to a ranking.");
        }
    }
}
