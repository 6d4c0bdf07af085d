package io.kith.care;

import static java.util.stream.Collectors.toMap;

import io.kith.care.StaffStanding.AtWork;
import io.kith.edge.Clinic;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.practice.Practices;
import io.kith.practice.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Title levels, capacities and managers of the staff. */
@Component
public class Standings {

    private static final int MOST_STAFF = 1_000;
    private static final int MOST_CLIENTS = 1_000_000;

    private final Graph graph;
    private final Once once;
    private final Practices practices;
    private final Clinic clinic;
    private final Clock clock;

    Standings(Graph graph, Once once, Practices practices, Clinic clinic, Clock clock) {
        this.graph = graph;
        this.once = once;
        this.practices = practices;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** What is to be said of a staff member; null leaves as it is. */
    public record Description(
            String staffId,
            @Nullable Integer level,
            @Nullable Integer capacity,
            @Nullable String managerId) {}

    /** Where these staff stand, in one statement; ids nobody has are left out. */
    public Map<String, StaffStanding> of(Collection<String> staffIds) {
        return graph.list("care/standings", Map.of("staffIds", List.copyOf(staffIds)), StaffStanding::of).stream()
                .collect(toMap(StaffStanding::staffId, standing -> standing));
    }

    /** The staff at work today, in order of id; the first thousand. */
    List<AtWork> atWork() {
        var parameters = Map.of("day", clinic.today(clock), "limit", MOST_STAFF);
        return graph.list("care/staff-at-work", parameters, AtWork::of);
    }

    /**
     * Sets level, capacity or manager of a staff member.
     *
     * @throws InvalidInput for a level outside 1 to 5, a negative capacity or a manager who is none
     */
    public StaffStanding describe(Description said, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey, "describeStaff", said, StaffStanding::staffId, this::known, () -> write(said));
    }

    private StaffStanding write(Description said) {
        if (said.level() != null && (said.level() < 1 || said.level() > 5)) {
            throw new InvalidInput("level is %d; title levels go from 1 to 5.".formatted(said.level()));
        }
        if (said.capacity() != null && (said.capacity() < 0 || said.capacity() > MOST_CLIENTS)) {
            throw new InvalidInput(
                    "capacity is %d; it must lie between 0 and %d.".formatted(said.capacity(), MOST_CLIENTS));
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("staffId", said.staffId());
        parameters.put("level", said.level());
        parameters.put("capacity", said.capacity());
        graph.one("care/describe-staff", parameters, row -> row.text("staffId"))
                .orElseThrow(() -> NotFound.of("staff member", said.staffId()));
        if (said.managerId() != null) {
            answerTo(said.staffId(), said.managerId());
        }
        return known(said.staffId());
    }

    private void answerTo(String staffId, String managerId) {
        var manager = practices.staffMember(managerId).orElseThrow(() -> NotFound.of("staff member", managerId));
        if (manager.role() != Role.MANAGER || staffId.equals(managerId)) {
            throw new InvalidInput("managerId must name a staff member whose role is MANAGER, other than herself.");
        }
        graph.one("care/answers-to", Map.of("staffId", staffId, "managerId", managerId), row -> row.text("managerId"));
    }

    private StaffStanding known(String staffId) {
        var standing = of(List.of(staffId)).get(staffId);
        if (standing == null) {
            throw NotFound.of("staff member", staffId);
        }
        return standing;
    }
}
