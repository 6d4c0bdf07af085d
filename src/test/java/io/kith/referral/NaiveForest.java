package io.kith.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The forest as plain maps and loops, to compare with: a client counts under whom her latest state names, if that one is known. */
final class NaiveForest {

    static final Comparator<String> BY_CODE_POINTS = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    private final Map<String, ClientState> clients = new TreeMap<>(BY_CODE_POINTS);
    private @Nullable Map<String, List<String>> children;

    void apply(ClientState state) {
        children = null;
        ClientState known = clients.get(state.id());
        if (known == null || state.version() > known.version()) {
            clients.put(state.id(), state);
        }
    }

    void applyAll(Collection<ClientState> states) {
        states.forEach(this::apply);
    }

    void clear() {
        children = null;
        clients.clear();
    }

    List<String> ids() {
        return List.copyOf(clients.keySet());
    }

    ClientState client(String id) {
        ClientState state = clients.get(id);
        return new ClientState(id, referrer(id), state.netRevenue(), state.converted(), state.version());
    }

    @Nullable
    String referrer(String id) {
        String referrer = clients.get(id).referrerId();
        return referrer != null && clients.containsKey(referrer) ? referrer : null;
    }

    boolean hasRing() {
        return ids().stream().anyMatch(id -> {
            int steps = 0;
            String at = id;
            while (at != null && steps++ <= clients.size()) {
                at = referrer(at);
            }
            return at != null;
        });
    }

    long links() {
        return ids().stream().filter(id -> referrer(id) != null).count();
    }

    List<String> upline(String id) {
        List<String> upline = new ArrayList<>();
        for (String above = referrer(id); above != null; above = referrer(above)) {
            upline.add(above);
        }
        return upline;
    }

    String root(String id) {
        List<String> upline = upline(id);
        return upline.isEmpty() ? id : upline.get(upline.size() - 1);
    }

    boolean isBelow(String above, String below) {
        return upline(below).contains(above);
    }

    /** Breadth first, siblings by id. */
    List<DownlineStep> downline(String id, int maxGenerations) {
        Map<String, List<String>> children = children();
        List<DownlineStep> steps = new ArrayList<>();
        List<String> generation = List.of(id);
        for (int depth = 1; depth <= maxGenerations && !generation.isEmpty(); depth++) {
            List<String> next = new ArrayList<>();
            generation.forEach(parent -> next.addAll(children.getOrDefault(parent, List.of())));
            for (String child : next) {
                steps.add(new DownlineStep(child, depth));
            }
            generation = next;
        }
        return steps;
    }

    /** Breadth first from all roots. */
    List<String> order() {
        Map<String, List<String>> children = children();
        List<String> order = new ArrayList<>(children.getOrDefault("", List.of()));
        for (int next = 0; next < order.size(); next++) {
            order.addAll(children.getOrDefault(order.get(next), List.of()));
        }
        return order;
    }

    DownlineSummary summary(String id) {
        Map<Integer, GenerationTotals> totals = new TreeMap<>();
        int clientsBelow = 0;
        int convertedBelow = 0;
        long revenueBelow = 0;
        for (DownlineStep step : downline(id, Integer.MAX_VALUE)) {
            ClientState state = clients.get(step.id());
            int converted = state.converted() ? 1 : 0;
            clientsBelow++;
            convertedBelow += converted;
            revenueBelow += state.netRevenue();
            totals.merge(
                    step.generation(),
                    new GenerationTotals(step.generation(), 1, converted, state.netRevenue()),
                    (left, right) -> new GenerationTotals(
                            left.generation(),
                            left.clients() + right.clients(),
                            left.converted() + right.converted(),
                            left.netRevenue() + right.netRevenue()));
        }
        return new DownlineSummary(
                clientsBelow, convertedBelow, revenueBelow, totals.size(), List.copyOf(totals.values()));
    }

    @Nullable
    ReferralChain path(String from, String to) {
        List<String> up = new ArrayList<>(List.of(from));
        up.addAll(upline(from));
        List<String> down = new ArrayList<>(List.of(to));
        down.addAll(upline(to));
        for (String common : up) {
            int turn = down.indexOf(common);
            if (turn >= 0) {
                List<String> ids = new ArrayList<>(up.subList(0, up.indexOf(common) + 1));
                for (int at = turn - 1; at >= 0; at--) {
                    ids.add(down.get(at));
                }
                return new ReferralChain(ids, up.indexOf(common));
            }
        }
        return null;
    }

    List<Subtree> largestSubtrees(int count) {
        return order().stream()
                .map(id -> new Subtree(id, downline(id, Integer.MAX_VALUE).size()))
                .sorted(Comparator.comparingInt(Subtree::clients).reversed())
                .limit(count)
                .toList();
    }

    /** By referrer, that of roots being empty. */
    private Map<String, List<String>> children() {
        if (children != null) {
            return children;
        }
        children = new HashMap<>();
        for (String id : clients.keySet()) {
            String referrer = referrer(id);
            children.computeIfAbsent(referrer == null ? "" : referrer, any -> new ArrayList<>())
                    .add(id);
        }
        return children;
    }
}
