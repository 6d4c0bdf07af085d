package io.kith.practice;

import static java.util.stream.Collectors.toMap;

import io.kith.edge.Connection;
import io.kith.edge.Paging;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The clinic's staff, treatments and channels. */
@Component
public class Practices {

    private final Graph graph;

    Practices(Graph graph) {
        this.graph = graph;
    }

    public Optional<Staff> staffMember(String id) {
        return graph.one("practice/staff-by-ids", Map.of("ids", List.of(id)), Staff::of);
    }

    /** The staff members of these ids, in one statement; ids nobody has are left out. */
    public Map<String, Staff> staffMembers(Collection<String> ids) {
        return graph.list("practice/staff-by-ids", Map.of("ids", List.copyOf(ids)), Staff::of).stream()
                .collect(toMap(Staff::id, staff -> staff));
    }

    /** The treatments of these codes, in one statement; codes nothing has are left out. */
    public Map<String, Treatment> treatmentsOf(Collection<String> codes) {
        return graph.list("practice/treatments-by-codes", Map.of("codes", List.copyOf(codes)), Treatment::of).stream()
                .collect(toMap(Treatment::code, treatment -> treatment));
    }

    /** The channels of these codes, in one statement; codes nothing has are left out. */
    public Map<String, Channel> channelsOf(Collection<String> codes) {
        return graph.list("practice/channels-by-codes", Map.of("codes", List.copyOf(codes)), Channel::of).stream()
                .collect(toMap(Channel::code, channel -> channel));
    }

    /** All staff in order of id, one page. */
    public Connection<Staff> staff(Paging paging) {
        return page("practice/staff", paging, Staff::of, Staff::id);
    }

    /** All treatments in order of code, one page. */
    public Connection<Treatment> treatments(Paging paging) {
        return page("practice/treatments", paging, Treatment::of, Treatment::code);
    }

    /** All channels in order of code, one page. */
    public Connection<Channel> channels(Paging paging) {
        return page("practice/channels", paging, Channel::of, Channel::code);
    }

    private <T> Connection<T> page(String statement, Paging paging, Function<Row, T> reader, Function<T, String> key) {
        var after = paging.after() == null ? "" : paging.after();
        var found = graph.list(statement, Map.of("after", after, "limit", paging.oneMore()), reader);
        return Connection.of(found, paging, key, null);
    }
}
