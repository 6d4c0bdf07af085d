package io.kith.intake;

import io.kith.client.SearchKeys;
import io.kith.graph.Graph;
import io.kith.graph.Row;
import io.kith.intake.Batch.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.dao.DataIntegrityViolationException;

/** One import on its way: file after file, batch after batch, each lane of a batch one transaction. */
final class ImportRun {

    private static final int MEETINGS = 3;

    private final Graph graph;
    private final SearchKeys searchKeys;
    private final Frame frame;
    private final OffsetDateTime recordedAt;
    private final Layout layout;
    private final boolean dryRun;
    private final Pace pace;
    private final RejectsFile rejects;
    private final int batchRows;
    private final Known known;
    private final List<FileCount> counts = new ArrayList<>();

    ImportRun(
            Graph graph,
            SearchKeys searchKeys,
            Frame frame,
            Layout layout,
            boolean dryRun,
            Pace pace,
            RejectsFile rejects,
            int batchRows) {
        this.graph = graph;
        this.searchKeys = searchKeys;
        this.frame = frame;
        this.recordedAt = frame.now().atOffset(ZoneOffset.UTC);
        this.layout = layout;
        this.dryRun = dryRun;
        this.pace = pace;
        this.rejects = rejects;
        this.batchRows = batchRows;
        this.known = new Known(frame.clinic());
    }

    List<FileCount> run() throws IOException {
        learn(StaffLine.TABLE);
        learn(TreatmentLine.TABLE);
        learn(ChannelLine.TABLE);
        learn(ActivityLine.TABLE);
        new Keys(graph, ClientLine.TABLE).eachPage(keys -> keys.forEach(known.clients()::add));
        for (var file : layout.files().entrySet()) {
            load(file.getKey(), file.getValue());
        }
        return counts;
    }

    /** Takes in what the graph holds of things that rows may name. */
    private <L extends Line<L>> void learn(Table<L> table) {
        var store = new Store<>(graph, table, recordedAt);
        new Keys(graph, table).eachPage(keys -> store.known(keys).values().forEach(line -> line.note(known)));
    }

    private <L extends Line<L>> void load(Table<L> table, Path path) throws IOException {
        pace.begin(table.file());
        var store = store(table, path);
        var count = new FileCount(table.file(), 0, 0, 0, 0, 0);
        try (var lanes = new Lanes();
                var reader = new BatchReader<>(table, path, frame, known, batchRows);
                var ahead = new Ahead<>(reader::next)) {
            for (var batch = ahead.next(); !batch.isEmpty(); batch = ahead.next()) {
                var named = new ArrayList<>(batch.rejects());
                count = count.plus(unread(table, batch));
                for (var settled : settled(batch, table, store, lanes)) {
                    named.addAll(settled.named());
                    count = count.plus(settled.count());
                }
                named.sort(Comparator.comparingLong(Reject::line));
                named.forEach(rejects::add);
                pace.advance(batch.read(), batch.bytes());
            }
        }
        pace.end(Files.size(path));
        if (!count.balances()) {
            throw new IllegalStateException("The rows of %s do not add up: %s".formatted(table.file(), count));
        }
        counts.add(count);
    }

    private static <L> FileCount unread(Table<?> table, Batch<L> batch) {
        var bad = batch.rejects().size();
        return new FileCount(table.file(), bad, 0, 0, bad, 0);
    }

    private <L extends Line<L>> List<Settled> settled(Batch<L> batch, Table<L> table, Store<L> store, Lanes lanes) {
        return lanes.all(Batch.lanes(batch, lanes.count()).stream()
                .<Callable<Settled>>map(rows -> () -> settled(rows, table, store))
                .toList());
    }

    /** Settles rows in one transaction, anew where another writer recorded one of them at the same moment. */
    private <L extends Line<L>> Settled settled(List<Entry<L>> rows, Table<L> table, Store<L> store) {
        for (int meeting = 1; ; meeting++) {
            try {
                return graph.write(() -> settle(rows, table, store));
            } catch (DataIntegrityViolationException met) {
                if (meeting == MEETINGS) {
                    throw met;
                }
            }
        }
    }

    private <L extends Line<L>> Settled settle(List<Entry<L>> rows, Table<L> table, Store<L> store) {
        var found = store.known(rows.stream().map(row -> row.said().key()).toList());
        var changed = new ArrayList<Entry<L>>();
        var unchanged = new ArrayList<Entry<L>>();
        var named = new ArrayList<Reject>();
        for (var row : rows) {
            var there = found.get(row.said().key());
            var merged = there == null ? row.said() : row.said().over(there);
            var entry = new Entry<>(row.line(), merged, there);
            if (merged.equals(there)) {
                unchanged.add(entry);
            } else if (there == null || table.amendable() || there.over(merged).equals(merged)) {
                changed.add(entry);
            } else {
                named.add(conflict(table, row, there));
            }
        }
        long rejected = named.size();
        var remarks = store.write(changed, unchanged, dryRun);
        named.addAll(remarks);
        return new Settled(
                new FileCount(table.file(), rows.size(), changed.size(), unchanged.size(), rejected, remarks.size()),
                named);
    }

    private <L extends Line<L>> Reject conflict(Table<L> table, Entry<L> row, L there) {
        var said = row.said().cells(frame.clinic());
        var recorded = there.cells(frame.clinic());
        var names = table.columns().names();
        var fields = IntStream.range(0, names.size())
                .filter(i -> !Objects.equals(said.get(i), recorded.get(i)))
                .mapToObj(names::get)
                .toList();
        return new Reject(
                table.file(),
                row.line(),
                fields.isEmpty() ? names.get(0) : fields.get(0),
                RejectCode.CONFLICT,
                "is recorded with another %s, and what happened is never changed by an import"
                        .formatted(String.join(", ", fields)));
    }

    @SuppressWarnings("unchecked")
    private <L extends Line<L>> Store<L> store(Table<L> table, Path path) throws IOException {
        if (table == (Object) ClientLine.TABLE) {
            return (Store<L>) new ClientStore(graph, recordedAt, searchKeys);
        }
        if (table == (Object) VisitLine.TABLE) {
            return (Store<L>) new VisitStore(graph, recordedAt);
        }
        if (table == (Object) ReferralLine.TABLE) {
            return (Store<L>) new ReferralStore(graph, recordedAt, frame.clinic(), known, claims(path));
        }
        return new Store<>(graph, table, recordedAt);
    }

    /** Reads all referrals once before they are loaded, since which of them is credited depends on the others. */
    private Claims claims(Path path) throws IOException {
        var claims = new Claims(known.clients());
        var store = new Store<>(graph, ReferralLine.TABLE, recordedAt);
        boolean first = graph.one("intake/referral-count", Map.of(), row -> row.number("referrals"))
                        .orElse(0L)
                == 0;
        new Keys(graph, "intake/links")
                .eachPage(
                        Link::of,
                        Link::friend,
                        links -> links.forEach(link -> claims.hold(link.referrer(), link.friend())));
        try (var reader = new BatchReader<>(ReferralLine.TABLE, path, frame, known, batchRows)) {
            for (var batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
                var rows = batch.rows().stream().map(Entry::said).toList();
                var there = first
                        ? Map.of()
                        : store.known(rows.stream().map(ReferralLine::id).toList());
                rows.stream().filter(row -> !there.containsKey(row.id())).forEach(claims::add);
            }
        }
        claims.decide();
        return claims;
    }

    private record Link(String referrer, String friend) {

        private static Link of(Row row) {
            return new Link(row.text("referrerId"), row.text("referredId"));
        }
    }

    /**
     * What became of rows that could be read.
     *
     * @param named those rejected, and remarks on others
     */
    private record Settled(FileCount count, List<Reject> named) {}
}
