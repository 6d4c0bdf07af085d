package io.kith.referral;

import java.util.List;

/** What all clients below one client amount to, in total and by generation; netRevenue is in minor units. */
public record DownlineSummary(
        int clients, int converted, long netRevenue, int depth, List<GenerationTotals> generations) {

    static DownlineSummary of(List<GenerationTotals> generations) {
        int clients = 0;
        int converted = 0;
        long netRevenue = 0;
        for (GenerationTotals generation : generations) {
            clients += generation.clients();
            converted += generation.converted();
            netRevenue += generation.netRevenue();
        }
        return new DownlineSummary(clients, converted, netRevenue, generations.size(), List.copyOf(generations));
    }
}
