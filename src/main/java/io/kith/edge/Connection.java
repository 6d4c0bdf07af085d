package io.kith.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list that can grow, as Relay's cursor connections shape it. */
public record Connection<T>(
        List<Edge<T>> edges, PageInfo pageInfo, @Nullable Long totalCount) {

    /** One element and the cursor that the next page continues after. */
    public record Edge<T>(T node, String cursor) {}

    /** Where a page stands among its neighbours. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /**
     * A page from one element more than asked for, which tells whether there is a next page.
     *
     * @param found at most {@code paging.first() + 1} elements in order
     * @param position what a cursor to an element has to remember
     */
    public static <T> Connection<T> of(
            List<T> found, Paging paging, Function<T, String> position, @Nullable Long totalCount) {
        var hasNext = found.size() > paging.first();
        var nodes = hasNext ? found.subList(0, paging.first()) : found;
        return of(nodes, hasNext, paging, position, totalCount);
    }

    /** A page whose follower is already known. */
    public static <T> Connection<T> of(
            List<T> nodes, boolean hasNext, Paging paging, Function<T, String> position, @Nullable Long totalCount) {
        var edges = new ArrayList<Edge<T>>(nodes.size());
        for (var node : nodes) {
            edges.add(new Edge<>(node, Paging.cursor(position.apply(node))));
        }
        var start = edges.isEmpty() ? null : edges.get(0).cursor();
        var end = edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
        return new Connection<>(edges, new PageInfo(hasNext, paging.after() != null, start, end), totalCount);
    }
}
