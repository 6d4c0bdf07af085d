package io.kith.access;

import io.kith.access.LogHead.Says;
import io.kith.access.OperationLogVerdict.OperationLogFault;
import io.kith.access.OperationLogVerdict.OperationLogFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the log line by line, each against the one before it, and the whole against its heads. */
final class LogCheck {

    private static final int MOST = 20;

    private final long last;
    private final List<Says> heads;
    private final List<OperationLogFinding> findings = new ArrayList<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<Long, String> removed = new HashMap<>();
    private long entries;
    private long sequence;
    private String hash = LogEntry.NO_HASH;
    private @Nullable String firstLine;

    /**
     * @param written the last line the running process knows it wrote; what stands behind it is newer than this check
     * @param outside what the file outside says; null where it says nothing
     */
    LogCheck(Says written, @Nullable Says outside) {
        this.last = written.sequence();
        this.heads = outside == null ? List.of(written) : List.of(written, outside);
        if (outside == null) {
            found(OperationLogFault.REPLACED, 0, "The head outside the store is gone.");
        }
    }

    boolean line(String line) {
        var number = LogEntry.sequence(line);
        if (number > last) {
            return false;
        }
        var stated = LogEntry.statedHash(line);
        if (entries == 0 && number > 1) {
            firstLine = line;
        } else if (number != sequence + 1) {
            found(OperationLogFault.OUT_OF_ORDER, number, "Line %d stands behind line %d.".formatted(number, sequence));
        } else if (!stated.equals(LogEntry.trueHash(hash, line))) {
            found(OperationLogFault.EDITED, number, "Line %d does not fit the line before it.".formatted(number));
        }
        entries++;
        sequence = number;
        hash = stated;
        for (var head : heads) {
            if (head.sequence() == number) {
                hashes.put(number, stated);
            }
        }
        if (line.contains("\"did\":[\"log.")) {
            marker(LogEntry.of(line));
        }
        return findings.size() < MOST;
    }

    OperationLogVerdict verdict() {
        if (firstLine != null) {
            var before = removed.get(LogEntry.sequence(firstLine) - 1);
            if (before == null || !LogEntry.statedHash(firstLine).equals(LogEntry.trueHash(before, firstLine))) {
                found(
                        OperationLogFault.CUT_BEGINNING,
                        LogEntry.sequence(firstLine),
                        "The log begins with line %d.".formatted(LogEntry.sequence(firstLine)));
            }
        }
        if (findings.size() < MOST) {
            heads.forEach(this::against);
        }
        return new OperationLogVerdict(entries, List.copyOf(findings));
    }

    private void against(Says head) {
        if (head.sequence() > sequence) {
            found(
                    OperationLogFault.CUT_TAIL,
                    sequence,
                    "The log ends with line %d, though line %d was written.".formatted(sequence, head.sequence()));
        } else if (head.sequence() > 0
                && hashes.containsKey(head.sequence())
                && !head.hash().equals(hashes.get(head.sequence()))) {
            found(
                    OperationLogFault.REPLACED,
                    head.sequence(),
                    "Line %d is not the one that was written.".formatted(head.sequence()));
        }
    }

    private void marker(LogEntry entry) {
        var action = entry.operation().actions().get(0);
        var words = String.valueOf(entry.operation().reason()).split(" ");
        if (action.equals(OperationLog.RETENTION) && words.length == 2) {
            removed.put(Long.valueOf(words[0]), words[1]);
        }
        if (action.equals(OperationLog.MISFIT)) {
            found(
                    OperationLogFault.FOUND_AT_START,
                    entry.sequence(),
                    "At %s the log did not fit its head outside, which said line %s.".formatted(entry.at(), words[0]));
        }
    }

    private void found(OperationLogFault kind, long at, String sentence) {
        findings.add(new OperationLogFinding(kind, at, sentence));
    }
}
