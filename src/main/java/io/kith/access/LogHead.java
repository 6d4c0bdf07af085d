package io.kith.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last line's sequence and hash, in a small file of its own outside the store: whoever edits, cuts or replaces the
 * log without it is found out. It is written over in place after each group of lines.
 */
final class LogHead implements AutoCloseable {

    private static final int WIDTH = 19 + 1 + 64 + 1;

    private final Path path;
    private final RandomAccessFile file;

    /** What a head says. */
    record Says(long sequence, String hash) {}

    LogHead(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    void write(long sequence, String hash) throws IOException {
        var line = new StringBuilder(WIDTH).append(sequence);
        while (line.length() < 19) {
            line.insert(0, '0');
        }
        file.seek(0);
        file.write(line.append(' ').append(hash).append('\n').toString().getBytes(UTF_8));
    }

    /** What the file says now, read anew; empty where it says nothing of ours. */
    Optional<Says> read() throws IOException {
        var text = Files.readString(path, UTF_8);
        if (text.length() != WIDTH || !text.substring(0, 19).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(new Says(Long.parseLong(text.substring(0, 19)), text.substring(20, 84)));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
