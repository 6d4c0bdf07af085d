package io.kith.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts one page out of generations passed in order, and counts them all. */
final class DownlineCut {

    private final Snapshot snapshot;
    private final int cursor;
    private final int first;
    private final List<DownlineStep> steps = new ArrayList<>();
    private boolean begun;
    private boolean hasNext;
    private int total;

    DownlineCut(Snapshot snapshot, boolean fromTheStart, int cursor, int first) {
        if (first < 0) {
            throw new IllegalArgumentException("first: %d is below 0.".formatted(first));
        }
        this.snapshot = snapshot;
        this.cursor = cursor;
        this.first = first;
        begun = fromTheStart;
    }

    void pass(Ranges generation, int depth) {
        total += generation.size();
        for (int range = 0; range < generation.count() && !hasNext; range++) {
            int from = generation.from(range);
            int to = generation.to(range);
            if (!begun && cursor >= from && cursor < to) {
                begun = true;
                from = cursor + 1;
            }
            if (begun) {
                take(from, to, depth);
            }
        }
    }

    /** The page; empty if the cursor never passed. */
    Optional<DownlinePage> page() {
        return begun ? Optional.of(new DownlinePage(List.copyOf(steps), hasNext, total)) : Optional.empty();
    }

    private void take(int from, int to, int depth) {
        int end = (int) Math.min(to, (long) from + first - steps.size());
        for (int number = from; number < end; number++) {
            steps.add(new DownlineStep(snapshot.id(number), depth));
        }
        hasNext = end < to;
    }
}
