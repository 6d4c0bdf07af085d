package io.kith.access;

import io.kith.access.LogHead.Says;
import io.kith.edge.Connection;
import io.kith.edge.Connection.Edge;
import io.kith.edge.Connection.PageInfo;
import io.kith.edge.InvalidInput;
import io.kith.edge.Paging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who did what, when, to whose data and from where: append-only, each line chained to the one before it by hash, the
 * last hash kept outside the store too. A line is durable before its answer goes out; requests at the same time share
 * one sync of the disk: the first to come writes for all who wait.
 */
@Component
public class OperationLog implements AutoCloseable {

    static final String RETENTION = "log.retention";
    static final String MISFIT = "log.misfit";

    private static final Logger LOG = LoggerFactory.getLogger(OperationLog.class);
    private static final long LARGEST_FILE = 64L << 20;
    private static final int MOST_LOOKED_AT = 200_000;

    private final Clock clock;
    private final LogFiles files;
    private final LogHead head;
    private final Object writing = new Object();
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition turnIsOver = turn.newCondition();

    /** Under {@link #turn}. */
    private boolean isBeingWritten;

    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long firstWaiting;
    private long sequence;
    private String hash = LogEntry.NO_HASH;
    private volatile long durable;
    private volatile Says written = new Says(0, LogEntry.NO_HASH);

    @Autowired
    OperationLog(LogSettings settings, Clock clock) {
        this(settings.directory(), settings.head(), clock, LARGEST_FILE);
        keepOnly(settings.kept());
    }

    OperationLog(Path directory, Path head, Clock clock, long largestFile) {
        this.clock = clock;
        try {
            this.files = new LogFiles(directory, largestFile);
            this.head = new LogHead(head);
            takeUp();
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "The operation log cannot be kept: kith.operation-log.directory is %s and kith.operation-log.head is %s"
                            .formatted(directory, head),
                    unusable);
        }
    }

    /**
     * Adds a line and returns once it would survive a power cut.
     *
     * @throws LogUnwritable when the disk does not take it
     */
    public void append(Operation operation) {
        long mine;
        synchronized (this) {
            mine = ++sequence;
            if (waiting.size() == 0) {
                firstWaiting = mine;
            }
            var line = new LogEntry(mine, clock.instant(), operation).after(hash);
            hash = line.hash();
            waiting.writeBytes(line.bytes());
        }
        if (durable < mine && isToWrite(mine)) {
            try {
                synchronized (writing) {
                    writeAll();
                }
            } finally {
                letTheNextWrite();
            }
        }
    }

    /** Waits while another writes; whether the line is not among what was written, so that its caller is to write all that waits. */
    private boolean isToWrite(long mine) {
        turn.lock();
        try {
            while (durable < mine && isBeingWritten) {
                turnIsOver.awaitUninterruptibly();
            }
            if (durable >= mine) {
                return false;
            }
            isBeingWritten = true;
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** All who wait look whether their line was written: were they let in one by one, each would write its own. */
    private void letTheNextWrite() {
        turn.lock();
        try {
            isBeingWritten = false;
            turnIsOver.signalAll();
        } finally {
            turn.unlock();
        }
    }

    /** One page of operations, latest first; a page looks at 200,000 lines at most, and then its follower goes on. */
    Connection<LogEntry> page(LogFilter filter, Paging paging) {
        var found = new ArrayList<LogEntry>();
        var look = new Look();
        try {
            files.backwards(paging.after() == null ? Long.MAX_VALUE : number(paging.after()), line -> {
                if (found.size() == paging.first() || look.lines == MOST_LOOKED_AT) {
                    look.more = true;
                    return false;
                }
                look.at(line);
                if (!filter.mayFit(line)) {
                    return true;
                }
                var entry = LogEntry.of(line);
                if (filter.fits(entry)) {
                    found.add(entry);
                }
                return filter.from() == null || !entry.at().isBefore(filter.from());
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var edges = found.stream().map(OperationLog::edge).toList();
        var start = edges.isEmpty() ? null : edges.get(0).cursor();
        var end = look.lines == 0 ? null : Paging.cursor(String.valueOf(look.last));
        return new Connection<>(edges, new PageInfo(look.more, paging.after() != null, start, end), null);
    }

    /** Goes through the whole log: edited, removed or moved lines, a cut end, an old or another log in its place. */
    OperationLogVerdict verify() {
        try {
            LogCheck check;
            synchronized (writing) {
                check = new LogCheck(written, head.read().orElse(null));
            }
            files.forwards(check::line);
            return check.verdict();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Removes whole files that hold nothing younger, and says so in a line that verifying asks for. */
    void keepOnly(Duration kept) {
        var before = clock.instant().minus(kept);
        var last = new LogEntry[1];
        var stated = new String[1];
        try {
            var beginnings = files.beginnings();
            files.forwards(line -> {
                var entry = LogEntry.of(line);
                if (!entry.at().isBefore(before)) {
                    return false;
                }
                if (beginnings.contains(entry.sequence() + 1)) {
                    last[0] = entry;
                    stated[0] = LogEntry.statedHash(line);
                }
                return true;
            });
            if (last[0] != null) {
                var why = last[0].sequence() + " " + stated[0];
                append(new Operation(CurrentAccount.SYSTEM, List.of(RETENTION), List.of(), "", "OK", why));
                files.deleteBefore(last[0].sequence() + 1);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
        head.close();
    }

    private void writeAll() {
        byte[] lines;
        long first;
        long last;
        String lastHash;
        synchronized (this) {
            lines = waiting.toByteArray();
            first = firstWaiting;
            last = sequence;
            lastHash = hash;
            waiting = new ByteArrayOutputStream();
        }
        try {
            files.append(lines, first);
            durable = last;
            written = new Says(last, lastHash);
            head.write(last, lastHash);
        } catch (IOException refused) {
            LOG.error(
                    "The operation log cannot be written: {}",
                    refused.getClass().getSimpleName());
            if (durable < last) {
                putBack(lines, first);
            }
            throw new LogUnwritable();
        }
    }

    /** What could not be written goes first when the disk takes lines again: the chain goes through it. */
    private synchronized void putBack(byte[] lines, long first) {
        var later = waiting.toByteArray();
        waiting = new ByteArrayOutputStream();
        waiting.writeBytes(lines);
        waiting.writeBytes(later);
        firstWaiting = first;
    }

    private void takeUp() throws IOException {
        var line = files.lastLine();
        if (line.isPresent()) {
            sequence = LogEntry.sequence(line.get());
            hash = LogEntry.statedHash(line.get());
        }
        durable = sequence;
        written = new Says(sequence, hash);
        var says = head.read();
        if (says.isPresent() && !isIn(says.get())) {
            LOG.error("The operation log does not fit its head outside the store; verifyOperationLog tells more.");
            var why = says.get().sequence() + " " + says.get().hash();
            append(new Operation(CurrentAccount.SYSTEM, List.of(MISFIT), List.of(), "", "OK", why));
        } else if (says.isEmpty() && sequence > 0) {
            append(new Operation(CurrentAccount.SYSTEM, List.of(MISFIT), List.of(), "", "OK", "none none"));
        } else {
            head.write(sequence, hash);
        }
    }

    /** Whether the line a head names is in the log; after a crash the log may be ahead of its head, never behind. */
    private boolean isIn(Says says) throws IOException {
        if (says.sequence() > sequence) {
            return false;
        }
        if (says.sequence() == 0) {
            return true;
        }
        var same = new boolean[1];
        files.backwards(says.sequence() + 1, line -> {
            same[0] = LogEntry.sequence(line) == says.sequence()
                    && LogEntry.statedHash(line).equals(says.hash());
            return false;
        });
        return same[0];
    }

    private static Edge<LogEntry> edge(LogEntry entry) {
        return new Edge<>(entry, Paging.cursor(String.valueOf(entry.sequence())));
    }

    private static long number(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException none) {
            throw new InvalidInput("The cursor does not belong to the operation log.");
        }
    }

    /** How far a page has looked. */
    private static final class Look {
        private long lines;
        private long last;
        private boolean more;

        void at(String line) {
            lines++;
            last = LogEntry.sequence(line);
        }
    }
}
