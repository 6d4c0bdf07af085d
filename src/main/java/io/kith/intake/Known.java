package io.kith.intake;

import io.kith.edge.Clinic;
import io.kith.edge.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows may name: everything the graph held before the import and everything its files have brought so far. */
final class Known {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Map<String, String> roles = new HashMap<>(); // of staff
    private final Ids treatments = new Ids();
    private final Ids channels = new Ids();
    private final Ids clients = new Ids();
    private final Ids activities = new Ids();
    private final Clinic clinic;
    private int[] firstVisits = new int[0]; // days since 1970, by the client's number

    Known(Clinic clinic) {
        this.clinic = clinic;
    }

    Ids treatments() {
        return treatments;
    }

    Ids channels() {
        return channels;
    }

    Ids clients() {
        return clients;
    }

    Ids activities() {
        return activities;
    }

    void addStaff(String id, String role) {
        roles.put(id, role);
    }

    /** The role of a staff member a row names. */
    String role(String column, String id) {
        var role = roles.get(id);
        if (role == null) {
            throw unknown(column, "staff member", id);
        }
        return role;
    }

    @Nullable
    String staffOrNull(Cells cells, String column) {
        var id = cells.idOrNull(column);
        if (id != null) {
            role(column, id);
        }
        return id;
    }

    String staff(Cells cells, String column) {
        return cells.needed(column, staffOrNull(cells, column));
    }

    String client(Cells cells, String column) {
        return in(clients, column, "client", cells.id(column));
    }

    String treatment(String column, String code) {
        return in(treatments, column, "treatment", code);
    }

    String channel(Cells cells, String column) {
        return in(channels, column, "channel", cells.id(column));
    }

    @Nullable
    String channelOrNull(Cells cells, String column) {
        return cells.idOrNull(column) == null ? null : channel(cells, column);
    }

    String activity(Cells cells, String column) {
        return in(activities, column, "activity", cells.id(column));
    }

    /** Notes when a client came. */
    void visited(String client, Instant at) {
        long day = clinic.dayOf(at).toEpochDay();
        int number = clients.number(client);
        if (number >= firstVisits.length) {
            int known = firstVisits.length;
            firstVisits = Arrays.copyOf(firstVisits, clients.size());
            Arrays.fill(firstVisits, known, firstVisits.length, NEVER);
        }
        firstVisits[number] = (int) Math.min(firstVisits[number], day);
    }

    /** Whether the files of this import say that a client came before a day. */
    boolean visitedBefore(String client, LocalDate day) {
        int number = clients.number(client);
        return number < firstVisits.length && firstVisits[number] < day.toEpochDay();
    }

    private static String in(Ids ids, String column, String kind, String id) {
        if (!ids.contains(id)) {
            throw unknown(column, kind, id);
        }
        return id;
    }

    private static BadRow unknown(String column, String kind, String id) {
        var sentence = "%s '%s' is no %s of these files or of the graph".formatted(column, Shown.shortly(id), kind);
        return new BadRow(column, RejectCode.UNKNOWN_ID, sentence);
    }
}
