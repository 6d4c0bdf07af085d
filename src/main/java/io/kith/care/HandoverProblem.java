package io.kith.care;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Who takes over which client so that the sum of weights is as large as it can be: each client goes to one staff member
 * or to nobody, and nobody takes more than she has room for.
 *
 * <p>Weights are whole numbers, so the optimum is exact. Client c with staff member x weighs {@code base[x] + ties[c][x]};
 * only ties above 0 need naming, which keeps the flow network as small as the ties are: everybody else is reached
 * through one node in the middle. Solved as a minimum-cost flow by JGraphT.
 *
 * @param rooms how many clients each staff member can take
 * @param base what any client weighs with each staff member, at least 1
 * @param ties by client: what she weighs more with some of the staff
 */
record HandoverProblem(int[] rooms, long[] base, List<Map<Integer, Long>> ties) {

    /** Taken over by nobody. */
    static final int NOBODY = -1;

    /** Beyond this the solver's own bound on costs would come near. */
    private static final long HEAVIEST = 100_000_000;

    /** An arc of the flow network; two are never the same. Its cost is its weight in the graph: the solver looks there. */
    private static final class Arc {

        final int capacity;

        Arc(int capacity) {
            this.capacity = capacity;
        }
    }

    /** The staff member each client goes to, by client. */
    int[] solve() {
        int clients = ties.size();
        int[] taken = new int[clients];
        Arrays.fill(taken, NOBODY);
        if (clients == 0) {
            return taken;
        }
        return new Network(clients).solve(taken);
    }

    long weight(int client, int staff) {
        return base[staff] + ties.get(client).getOrDefault(staff, 0L);
    }

    private long heaviest() {
        long heaviest = 1;
        for (int client = 0; client < ties.size(); client++) {
            for (int staff : ties.get(client).keySet()) {
                heaviest = Math.max(heaviest, weight(client, staff));
            }
        }
        for (long any : base) {
            heaviest = Math.max(heaviest, any);
        }
        if (heaviest > HEAVIEST) {
            throw new IllegalArgumentException("A weight of %d is beyond %d.".formatted(heaviest, HEAVIEST));
        }
        return heaviest;
    }

    /** Nodes: the clients, the staff, the middle, the end. */
    private final class Network {

        private final int clients;
        private final int middle;
        private final int end;
        private final long dearest = heaviest();
        private final SimpleDirectedWeightedGraph<Integer, Arc> arcs = new SimpleDirectedWeightedGraph<>(Arc.class);
        private final Map<Arc, Integer> toMember = new HashMap<>();

        Network(int clients) {
            this.clients = clients;
            middle = clients + rooms.length;
            end = middle + 1;
            for (int node = 0; node <= end; node++) {
                arcs.addVertex(node);
            }
            for (int client = 0; client < clients; client++) {
                add(client, end, 1, dearest);
                add(client, middle, 1, 0);
                for (int staff : ties.get(client).keySet()) {
                    direct(client, staff);
                }
            }
            for (int staff = 0; staff < rooms.length; staff++) {
                if (rooms[staff] > 0) {
                    add(clients + staff, end, rooms[staff], 0);
                    add(middle, clients + staff, rooms[staff], dearest - base[staff]);
                }
            }
        }

        private void direct(int client, int staff) {
            if (rooms[staff] > 0) {
                toMember.put(add(client, clients + staff, 1, dearest - weight(client, staff)), staff);
            }
        }

        private Arc add(int from, int to, int capacity, long cost) {
            var arc = new Arc(capacity);
            arcs.addEdge(from, to, arc);
            arcs.setEdgeWeight(arc, cost);
            return arc;
        }

        int[] solve(int[] taken) {
            var problem =
                    new MinimumCostFlowProblemImpl<Integer, Arc>(arcs, this::supply, arc -> arc.capacity, arc -> 0);
            var flow = new CapacityScalingMinimumCostFlow<Integer, Arc>().getMinimumCostFlow(problem);
            int[] throughMiddle = new int[rooms.length];
            boolean[] inMiddle = new boolean[clients];
            for (var arc : arcs.edgeSet()) {
                int units = (int) Math.round(flow.getFlow(arc));
                if (units > 0) {
                    read(arc, units, taken, throughMiddle, inMiddle);
                }
            }
            share(taken, throughMiddle, inMiddle);
            return taken;
        }

        private int supply(int node) {
            return node < clients ? 1 : node == end ? -clients : 0;
        }

        private void read(Arc arc, int units, int[] taken, int[] throughMiddle, boolean[] inMiddle) {
            int from = arcs.getEdgeSource(arc);
            if (toMember.containsKey(arc)) {
                taken[from] = toMember.get(arc);
            } else if (from < clients && arcs.getEdgeTarget(arc) == middle) {
                inMiddle[from] = true;
            } else if (from == middle) {
                throughMiddle[arcs.getEdgeTarget(arc) - clients] = units;
            }
        }

        /** In the middle one client is worth as much as another. */
        private void share(int[] taken, int[] throughMiddle, boolean[] inMiddle) {
            int staff = 0;
            for (int client = 0; client < clients; client++) {
                if (inMiddle[client]) {
                    while (throughMiddle[staff] == 0) {
                        staff++;
                    }
                    throughMiddle[staff]--;
                    taken[client] = staff;
                }
            }
        }
    }
}
