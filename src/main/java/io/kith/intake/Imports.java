package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kith.client.SearchKeys;
import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.referral.Referrals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Loads a clinic's exported files into the graph.
 *
 * <p>Staff, treatments, channels, clients and activities are added or amended, and a cell left empty takes nothing away;
 * what happened (visits, referrals, touchpoints and the like) is added once and never changed. A file loaded twice
 * changes nothing, and an import that was cut off ends in the same graph when it is run again.
 */
@Component
public class Imports {

    private final Graph graph;
    private final SearchKeys searchKeys;
    private final Referrals referrals;
    private final Clinic clinic;
    private final Clock clock;
    private final int batchRows;
    private final AtomicBoolean running = new AtomicBoolean();

    Imports(
            Graph graph,
            SearchKeys searchKeys,
            Referrals referrals,
            Clinic clinic,
            Clock clock,
            @Value("${kith.import.batch-rows:10000}") int batchRows) {
        this.graph = graph;
        this.searchKeys = searchKeys;
        this.referrals = referrals;
        this.clinic = clinic;
        this.clock = clock;
        this.batchRows = batchRows;
    }

    /** Whether an import is on its way. */
    public boolean running() {
        return running.get();
    }

    /** Loads a folder, naming what it rejects inside it, or in the working directory where the folder is read-only. */
    public ImportReport run(Path directory, boolean dryRun, ImportListener listener) {
        return run(directory, dryRun, null, listener);
    }

    /**
     * Loads the files of a folder.
     *
     * @param dryRun finds what an import would reject and writes nothing to the graph
     * @param rejects where to name what is rejected
     * @throws FileUnreadable before anything is loaded, where one of the files cannot be read at all
     * @throws Conflict while another import is running
     */
    public ImportReport run(Path directory, boolean dryRun, @Nullable Path rejects, ImportListener listener) {
        if (!running.compareAndSet(false, true)) {
            throw new Conflict("An import is running already; wait for its end.");
        }
        try {
            return load(directory, dryRun, RejectsFile.place(directory, rejects), listener);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            running.set(false);
        }
    }

    private ImportReport load(Path directory, boolean dryRun, Path named, ImportListener listener) throws IOException {
        var layout = Layout.of(directory);
        var frame = new Frame(clinic, clock.instant());
        var notes = notes(layout, frame);
        var pace = new Pace(listener, bytes(layout));
        try (var rejects = new RejectsFile(named)) {
            var run = new ImportRun(graph, searchKeys, frame, layout, dryRun, pace, rejects, batchRows);
            return new ImportReport(dryRun, run.run(), notes, named, pace.since());
        } finally {
            if (!dryRun) {
                referrals.rebuildNetworks();
            }
        }
    }

    /** Opens every file before the first is loaded, so that one that cannot be read stops the import in time. */
    private static List<String> notes(Layout layout, Frame frame) throws IOException {
        var notes = new ArrayList<String>();
        for (var file : layout.files().entrySet()) {
            var columns = file.getKey().columns();
            try (var reader = new TableReader(file.getValue(), columns, frame)) {
                for (var column : reader.unknownColumns()) {
                    notes.add("%s: the column '%s' is ignored."
                            .formatted(file.getKey().file(), Shown.shortly(column)));
                }
                if (!reader.encoding().equals(UTF_8)) {
                    notes.add("%s is read as %s."
                            .formatted(file.getKey().file(), reader.encoding().name()));
                }
            }
        }
        layout.strangers()
                .forEach(name -> notes.add("%s is ignored; it is none of the files of an import.".formatted(name)));
        return notes;
    }

    private static long bytes(Layout layout) throws IOException {
        long bytes = 0;
        for (var file : layout.files().values()) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
