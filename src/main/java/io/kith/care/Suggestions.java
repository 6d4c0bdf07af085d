package io.kith.care;

import static java.util.Comparator.comparingDouble;

import io.kith.care.StaffStanding.AtWork;
import io.kith.care.StaffSuggestion.Reason;
import io.kith.practice.Role;
import io.kith.referral.Network;
import io.kith.touchpoint.StaffTie;
import io.kith.touchpoint.StaffTies;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who of the staff suits a client: 50 points for the strength of their tie, 20 for a light load, 20 for the role, 10 for a
 * title level equal to the client's own standing, so that those who carry a network meet staff of their rank.
 *
 * <p>A client's standing goes by what she and the network below her are worth: 5 for the first hundredth of all clients, 4
 * to the twentieth, 3 to the fifth, 2 to the half, 1 for the others. Points and steps are ours.
 */
@Component
public class Suggestions {

    private static final Set<Role> IN_TOUCH = Set.of(Role.CONSULTANT, Role.CLIENT_SERVICE, Role.THERAPIST, Role.NURSE);

    private final StaffTies ties;
    private final Standings standings;
    private final Network network;

    Suggestions(StaffTies ties, Standings standings, Network network) {
        this.ties = ties;
        this.standings = standings;
        this.network = network;
    }

    /**
     * The best for a client, best first.
     *
     * @param role only of that role; null for any, where those in daily touch with clients come first
     */
    public List<StaffSuggestion> of(String clientId, @Nullable Role role, int most) {
        var strengths = new HashMap<String, Double>();
        ties.of(clientId).forEach((StaffTie tie) -> strengths.put(tie.staffId(), tie.strength()));
        var staff = standings.atWork().stream()
                .filter(member -> role == null || member.role() == role)
                .toList();
        var busiest = staff.stream().mapToInt(AtWork::load).max().orElse(0);
        var standing = standing(clientId);
        return staff.stream()
                .map(member -> suggestion(member, strengths, busiest, standing, role))
                .sorted(comparingDouble(StaffSuggestion::score).reversed().thenComparing(StaffSuggestion::staffId))
                .limit(most)
                .toList();
    }

    private static StaffSuggestion suggestion(
            AtWork member, Map<String, Double> strengths, int busiest, int standing, @Nullable Role role) {
        var reasons = List.of(
                tie(strengths.getOrDefault(member.staffId(), 0.0)),
                load(member, busiest),
                role(member.role(), role),
                level(member.level(), standing));
        return new StaffSuggestion(
                member.staffId(), reasons.stream().mapToDouble(Reason::points).sum(), reasons);
    }

    private static Reason tie(double strength) {
        return new Reason(
                Reason.Name.TIE, 50 * strength, 50, String.format(Locale.ROOT, "tie of strength %.2f", strength));
    }

    private static Reason load(AtWork member, int busiest) {
        var most = member.capacity() == null ? busiest : member.capacity();
        var free = most == 0 ? (member.capacity() == null ? 1 : 0) : Math.max(0, 1 - (double) member.load() / most);
        return new Reason(
                Reason.Name.LOAD,
                20 * free,
                20,
                "accountable for %d clients, %s %d"
                        .formatted(member.load(), member.capacity() == null ? "the busiest for" : "capacity", most));
    }

    private static Reason role(Role hers, @Nullable Role wanted) {
        var fits = wanted == null ? IN_TOUCH.contains(hers) : hers == wanted;
        return new Reason(
                Reason.Name.ROLE, fits ? 20 : 0, 20, fits ? "fits the role" : "another role is in touch more often");
    }

    private static Reason level(@Nullable Integer level, int standing) {
        if (level == null) {
            return new Reason(Reason.Name.LEVEL, 0, 10, "title level unknown");
        }
        var points = 10 * (1 - Math.abs(level - standing) / 4.0);
        return new Reason(
                Reason.Name.LEVEL, points, 10, "title level %d, the client's standing %d".formatted(level, standing));
    }

    private int standing(String clientId) {
        var forest = network.snapshot().flat();
        var number = forest.indexOf(clientId);
        if (number < 0) {
            return 1;
        }
        var losses = Departures.losses(forest);
        var hers = Math.max(0, forest.netRevenue(number)) + losses[number];
        var above = 0;
        for (var other = 0; other < forest.size(); other++) {
            above += Math.max(0, forest.netRevenue(other)) + losses[other] > hers ? 1 : 0;
        }
        return standing((double) above / forest.size());
    }

    static int standing(double shareAbove) {
        if (shareAbove < 0.01) {
            return 5;
        }
        if (shareAbove < 0.05) {
            return 4;
        }
        if (shareAbove < 0.2) {
            return 3;
        }
        return shareAbove < 0.5 ? 2 : 1;
    }
}
