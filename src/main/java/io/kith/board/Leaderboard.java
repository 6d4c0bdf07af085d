package io.kith.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who brought most in a period, highest first.
 *
 * <p>Equals share a place and the next place is left free for each of them: 1, 2, 2, 4. Among equals the order is that of
 * their ids and means nothing. Who brought nothing, and who does not want to be ranked, has no place.
 *
 * @param period such as 2026-03 or 2026-Q1
 * @param over whether its last day has passed
 * @param optedOut how many were left out since they do not want to be ranked
 */
public record Leaderboard(
        BoardMeasure by,
        String period,
        LocalDate from,
        LocalDate to,
        boolean over,
        List<Place> places,
        int optedOut,
        Instant asOf) {

    static final String TIES =
            "Equals share a place, and as many places after it stay empty: 1, 2, 2, 4. Each of them gets the prize of the place.";

    /**
     * One client's place.
     *
     * @param sharedBy how many have it
     * @param value people, or minor units
     */
    public record Place(
            int place,
            int sharedBy,
            String clientId,
            long value,
            BoardMeasure by,
            String referralId,
            String friendId) {}

    /** What one client brought in the period, and the referral that counted last, or most. */
    record Brought(long value, String referralId, String friendId) {}

    /** The places of clients by what they brought. */
    static List<Place> places(Map<String, Brought> all, Set<String> optedOut, BoardMeasure by) {
        var ranked = all.entrySet().stream()
                .filter(one -> one.getValue().value() > 0 && !optedOut.contains(one.getKey()))
                .sorted(Comparator.comparingLong((Map.Entry<String, Brought> one) ->
                                -one.getValue().value())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var sharers = new HashMap<Long, Integer>();
        ranked.forEach(one -> sharers.merge(one.getValue().value(), 1, Integer::sum));
        var places = new ArrayList<Place>();
        var place = 0;
        for (var one : ranked) {
            var brought = one.getValue();
            var value = brought.value();
            var before = places.isEmpty() ? null : places.get(places.size() - 1);
            if (before == null || before.value() != value) {
                place = places.size() + 1;
            }
            var sharedBy = sharers.getOrDefault(value, 1);
            places.add(new Place(place, sharedBy, one.getKey(), value, by, brought.referralId(), brought.friendId()));
        }
        return places;
    }
}
