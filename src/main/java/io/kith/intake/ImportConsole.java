package io.kith.intake;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An import as the command line runs it: a bar while it runs, then a table, then where to look. */
@Component
public class ImportConsole {

    private static final int WIDTH = 24;
    private static final Duration REDRAWN_EVERY = Duration.ofMillis(200);

    private final Imports imports;

    ImportConsole(Imports imports) {
        this.imports = imports;
    }

    /**
     * Loads a folder and says how it went.
     *
     * @param strict makes a rejected row an error
     * @return the exit code: 0 when every row is loaded or named, 1 with {@code strict} if one was rejected, 2 when a file
     *     cannot be read at all
     */
    public int run(Path directory, boolean dryRun, boolean strict, PrintStream out) {
        var bar = new Bar(out, isTerminal());
        try {
            var report = imports.run(directory, dryRun, bar);
            bar.end();
            print(report, out);
            return strict && report.total().rejected() > 0 ? 1 : 0;
        } catch (FileUnreadable unreadable) {
            out.println(unreadable.getMessage());
            return 2;
        }
    }

    private static void print(ImportReport report, PrintStream out) {
        report.table().forEach(out::println);
        report.notes().forEach(note -> out.println("Note: " + note));
        var total = report.total();
        if (total.rejected() + total.remarks() > 0) {
            out.printf(
                    "%,d rejected rows and %,d remarks are named in %s%n",
                    total.rejected(), total.remarks(), report.rejects());
        }
        double seconds = Math.max(report.took().toMillis(), 1) / 1000.0;
        out.printf(
                "%s in %s, %,.0f rows a second%n",
                report.dryRun() ? "Checked, nothing written," : "Imported",
                clock(report.took()),
                total.rows() / seconds);
    }

    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /** One line that is drawn over and over on a terminal; elsewhere one line for each file. */
    private static final class Bar implements ImportListener {

        private final PrintStream out;
        private final boolean live;
        private long drawnAt = System.nanoTime() - REDRAWN_EVERY.toNanos();
        private @Nullable ImportProgress last;

        Bar(PrintStream out, boolean live) {
            this.out = out;
            this.live = live;
        }

        @Override
        public void progressed(ImportProgress progress) {
            if (!live && last != null && !last.file().equals(progress.file())) {
                out.println(line(last));
            }
            last = progress;
            if (live && System.nanoTime() - drawnAt >= REDRAWN_EVERY.toNanos()) {
                drawnAt = System.nanoTime();
                out.print("\r" + line(progress));
                out.flush();
            }
        }

        void end() {
            if (last != null) {
                out.println((live ? "\r" : "") + line(last));
            }
        }

        private static String line(ImportProgress progress) {
            int full = (int) Math.round(progress.share() * WIDTH);
            return "%-18s [%s%s] %3.0f %%  %,d rows  %,.0f/s  %s left  "
                    .formatted(
                            progress.file(),
                            "#".repeat(full),
                            "-".repeat(WIDTH - full),
                            progress.share() * 100,
                            progress.rows(),
                            progress.rowsPerSecond(),
                            clock(progress.left()));
        }
    }
}
