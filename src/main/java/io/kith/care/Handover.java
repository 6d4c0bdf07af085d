package io.kith.care;

import io.kith.care.Departures.Held;
import io.kith.care.StaffStanding.AtWork;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan of who takes over which client; it changes nothing until it is applied, as it is or edited.
 *
 * @param unassigned clients for whom nobody has room
 * @param totalWeight the sum of the assignments' weights, as large as any assignment within the capacities reaches
 */
public record Handover(String fromStaffId, List<Assignment> assignments, List<String> unassigned, long totalWeight) {

    /** One client's way; {@code strength} is how well the new owner knows her already. */
    public record Assignment(String clientId, String toStaffId, double strength, long weight) {}

    Handover(Departure departure, List<Held> clients, List<AtWork> staff, HandoverProblem problem, int[] taken) {
        this(departure.staffId(), assigned(clients, staff, problem, taken), left(clients, taken), sum(problem, taken));
    }

    private static List<Assignment> assigned(
            List<Held> clients, List<AtWork> staff, HandoverProblem problem, int[] taken) {
        var assignments = new ArrayList<Assignment>();
        for (var client = 0; client < taken.length; client++) {
            if (taken[client] != HandoverProblem.NOBODY) {
                var held = clients.get(client);
                var to = staff.get(taken[client]).staffId();
                assignments.add(new Assignment(
                        held.clientId(),
                        to,
                        held.strengths().getOrDefault(to, 0.0),
                        problem.weight(client, taken[client])));
            }
        }
        return List.copyOf(assignments);
    }

    private static List<String> left(List<Held> clients, int[] taken) {
        var left = new ArrayList<String>();
        for (var client = 0; client < taken.length; client++) {
            if (taken[client] == HandoverProblem.NOBODY) {
                left.add(clients.get(client).clientId());
            }
        }
        return List.copyOf(left);
    }

    private static long sum(HandoverProblem problem, int[] taken) {
        var sum = 0L;
        for (var client = 0; client < taken.length; client++) {
            sum += taken[client] == HandoverProblem.NOBODY ? 0 : problem.weight(client, taken[client]);
        }
        return sum;
    }
}
