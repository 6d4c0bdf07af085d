package io.kith.influence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each channel brought in a period; channels part the clients and the revenue. */
public record ChannelReturn(
        @Nullable LocalDate from, @Nullable LocalDate to, List<Line> channels, Basis basis) {

    /**
     * One channel; money in minor units.
     *
     * @param channel null for clients whose chain began by no known channel
     * @param spend null where none is recorded
     * @param firstGeneration clients of the period who came by it themselves
     * @param allGenerations those and all of the period who were brought by them, by whomever they brought, and so on
     * @param directRevenue of who came by it themselves
     * @param chainRevenue of who was brought
     */
    public record Line(
            @Nullable String channel,
            @Nullable Long spend,
            int firstGeneration,
            int allGenerations,
            long directRevenue,
            long chainRevenue,
            List<Generation> growth) {

        @Nullable
        Long costOfFirst() {
            return cost(firstGeneration);
        }

        @Nullable
        Long costOfAll() {
            return cost(allGenerations);
        }

        private @Nullable Long cost(int clients) {
            return spend == null || clients == 0 ? null : Math.round((double) spend / clients);
        }
    }

    /**
     * How a generation grew the next one.
     *
     * @param generation 0 came by the channel itself
     * @param cohort clients who joined in the period and whose window is over
     * @param brought clients they brought within the window after they joined
     * @param censored clients left out because their window is not over
     */
    public record Generation(int generation, int cohort, int brought, int censored) {

        /** Clients brought for each of the cohort; null for an empty one. */
        public @Nullable Double k() {
            return cohort == 0 ? null : Double.valueOf((double) brought / cohort);
        }
    }
}
