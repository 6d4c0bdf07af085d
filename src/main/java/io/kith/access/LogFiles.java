package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The files that hold the log's lines, each named by the sequence of its first line. Lines are appended and made durable
 * together; what a crash left of an unfinished line is cut off at start, for it was never answered for.
 */
final class LogFiles implements AutoCloseable {

    private static final String ENDING = ".jsonl";
    private static final String LOCK = ".lock";
    private static final int BLOCK = 64 * 1024;

    private final Path directory;
    private final long largest;
    private final FileChannel lock;
    private RandomAccessFile last;
    private long length;

    /** @throws LogInUse where another process keeps its log there */
    LogFiles(Path directory, long largest) throws IOException {
        this.directory = directory;
        this.largest = largest;
        Files.createDirectories(directory);
        lock = locked(directory);
        var names = names();
        last = open(names.isEmpty() ? path(1) : names.get(names.size() - 1));
        length = wholeLines(last);
        last.setLength(length);
    }

    /** Appends lines and waits until they would survive a power cut. */
    void append(byte[] lines, long firstSequence) throws IOException {
        if (length >= largest) {
            var next = open(path(firstSequence));
            last.close();
            last = next;
            length = 0;
        }
        try {
            last.seek(length);
            last.write(lines);
            last.getFD().sync();
            length += lines.length;
        } catch (IOException failed) {
            last.setLength(length);
            throw failed;
        }
    }

    /** The very last line, or empty where there is none. */
    Optional<String> lastLine() throws IOException {
        var found = new ArrayList<String>();
        backwards(Long.MAX_VALUE, line -> {
            found.add(line);
            return false;
        });
        return found.stream().findFirst();
    }

    /** Shows lines from the first to the last until one is not taken. */
    void forwards(Predicate<String> taker) throws IOException {
        for (var name : names()) {
            try (var lines = Files.newBufferedReader(name, UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!taker.test(line)) {
                        return;
                    }
                }
            }
        }
    }

    /** Shows lines below a sequence from the last to the first until one is not taken. */
    void backwards(long below, Predicate<String> taker) throws IOException {
        var names = names();
        for (var at = names.size() - 1; at >= 0; at--) {
            if (firstSequence(names.get(at)) < below && !backwards(names.get(at), below, taker)) {
                return;
            }
        }
    }

    /** Deletes files all of whose lines stand before a sequence; the last file stays. */
    void deleteBefore(long sequence) throws IOException {
        var names = names();
        for (var at = 0; at + 1 < names.size(); at++) {
            if (firstSequence(names.get(at + 1)) <= sequence) {
                Files.delete(names.get(at));
            }
        }
    }

    /** The sequences that begin a file, in order. */
    List<Long> beginnings() throws IOException {
        return names().stream().map(LogFiles::firstSequence).toList();
    }

    @Override
    public void close() throws IOException {
        last.close();
        lock.close();
    }

    /** Held until it is closed; the system lets go of it when the process ends, however it does. */
    private static FileChannel locked(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // The same answer as for another process.
        }
        channel.close();
        throw new LogInUse(directory);
    }

    private boolean backwards(Path name, long below, Predicate<String> taker) throws IOException {
        try (var file = new RandomAccessFile(name.toFile(), "r")) {
            var end = end(file, below);
            var rest = new byte[0];
            while (end > 0) {
                var start = Math.max(0, end - BLOCK);
                var block = new byte[(int) (end - start) + rest.length];
                file.seek(start);
                file.readFully(block, 0, (int) (end - start));
                System.arraycopy(rest, 0, block, (int) (end - start), rest.length);
                var stop = block.length;
                for (var place = block.length - 2; place >= 0; place--) {
                    if (block[place] == '\n') {
                        if (!taker.test(line(block, place + 1, stop))) {
                            return false;
                        }
                        stop = place + 1;
                    }
                }
                rest = Arrays.copyOf(block, stop);
                end = start;
            }
            return rest.length == 0 || taker.test(line(rest, 0, rest.length));
        }
    }

    /** Where the first line not below a sequence begins; lines are in order, so halving finds it. */
    private static long end(RandomAccessFile file, long below) throws IOException {
        if (below == Long.MAX_VALUE) {
            return file.length();
        }
        var low = 0L;
        var high = file.length();
        while (low < high) {
            var middle = (low + high) >>> 1;
            var start = lineStart(file, middle);
            var line = lineAt(file, start);
            if (LogEntry.sequence(line) < below) {
                low = start + line.getBytes(UTF_8).length + 1;
            } else {
                high = start;
            }
        }
        return low;
    }

    private static long lineStart(RandomAccessFile file, long inside) throws IOException {
        var place = inside;
        while (place > 0) {
            file.seek(place - 1);
            if (file.read() == '\n') {
                return place;
            }
            place--;
        }
        return 0;
    }

    private static String lineAt(RandomAccessFile file, long start) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var block = new byte[1024];
        file.seek(start);
        for (var read = file.read(block); read > 0; read = file.read(block)) {
            for (var place = 0; place < read; place++) {
                if (block[place] == '\n') {
                    return bytes.toString(UTF_8);
                }
                bytes.write(block[place]);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static String line(byte[] block, int from, int to) {
        var end = to > from && block[to - 1] == '\n' ? to - 1 : to;
        return new String(block, from, end - from, UTF_8);
    }

    private static long wholeLines(RandomAccessFile file) throws IOException {
        var length = file.length();
        while (length > 0) {
            file.seek(length - 1);
            if (file.read() == '\n') {
                return length;
            }
            length--;
        }
        return 0;
    }

    private RandomAccessFile open(Path name) throws IOException {
        var file = new RandomAccessFile(name.toFile(), "rw");
        try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
        return file;
    }

    private Path path(long sequence) {
        return directory.resolve("%019d%s".formatted(sequence, ENDING));
    }

    private List<Path> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{19}\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private static long firstSequence(Path name) {
        return Long.parseLong(name.getFileName().toString().substring(0, 19));
    }
}
