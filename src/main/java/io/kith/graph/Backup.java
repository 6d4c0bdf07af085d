package io.kith.graph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded store's whole folder as one file and back, while no Kith runs on it: the graph, its transaction logs and the
 * operation log. Uploads and Neo4j's own debug logs stay out.
 */
public final class Backup {

    private static final String LOCK = "data/databases/store_lock";
    private static final List<String> LEFT_OUT = List.of("logs/", "imports/", "operation-log/.lock", LOCK);

    private Backup() {}

    /**
     * Writes a store's folder into a file, which is there only once it is whole and on the disk; the number of files in it.
     *
     * @throws StoreRefused where there is no store, or a Kith runs on it
     * @throws FileAlreadyExistsException where the file exists; a backup never replaces another
     */
    public static int save(Path store, Path file) throws IOException {
        if (!Files.exists(store.resolve(LOCK))) {
            throw new StoreRefused("there is no store in %s to back up.".formatted(store), null);
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "there already; name a new file");
        }
        try (var channel = FileChannel.open(store.resolve(LOCK), StandardOpenOption.WRITE);
                var lock = lock(channel)) {
            if (lock == null) {
                throw new StoreRefused(
                        "the data folder %s is in use; stop the Kith that runs on it, then back it up."
                                .formatted(store),
                        null);
            }
            var part = file.resolveSibling(file.getFileName() + ".part");
            var files = write(store, part);
            force(part);
            move(part, file);
            return files;
        }
    }

    /**
     * Puts a backup into a folder that is empty or absent; the number of files in it. Each file is checked against its
     * checksum, and the folder is there only once all of them are.
     *
     * @throws StoreRefused where the folder holds something, or the backup is damaged
     */
    public static int restore(Path file, Path store) throws IOException {
        if (!isEmpty(store)) {
            throw new StoreRefused(
                    "%s is not empty; move it away, or restore to another folder with --kith.store.directory=FOLDER."
                            .formatted(store),
                    null);
        }
        var beside = store.toAbsolutePath().normalize().resolveSibling(store.getFileName() + ".restoring");
        FileSystemUtils.deleteRecursively(beside);
        try (var zip = new ZipFile(file.toFile())) {
            var files = 0;
            for (var entries = zip.entries(); entries.hasMoreElements(); files++) {
                read(zip, entries.nextElement(), beside);
            }
            Files.deleteIfExists(store);
            move(beside, store.toAbsolutePath());
            return files;
        } catch (ZipException damaged) {
            FileSystemUtils.deleteRecursively(beside);
            throw new StoreRefused("the backup %s is damaged (%s).".formatted(file, damaged.getMessage()), damaged);
        }
    }

    private static int write(Path store, Path part) throws IOException {
        var count = 0;
        try (var paths = Files.walk(store);
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 20))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var path : (Iterable<Path>) kept(store, paths)::iterator) {
                zip.putNextEntry(new ZipEntry(name(store, path)));
                Files.copy(path, zip);
                zip.closeEntry();
                count++;
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        return count;
    }

    private static Stream<Path> kept(Path store, Stream<Path> paths) {
        return paths.filter(Files::isRegularFile)
                .filter(path -> LEFT_OUT.stream().noneMatch(name(store, path)::startsWith))
                .sorted();
    }

    private static String name(Path store, Path path) {
        return store.relativize(path).toString().replace('\\', '/');
    }

    /** Reads the entry to its end, where its checksum is compared. */
    private static void read(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new ZipException("it names a file outside of the store");
        }
        Files.createDirectories(path.getParent());
        try (var in = new BufferedInputStream(zip.getInputStream(entry), 1 << 20)) {
            Files.copy(in, path);
        }
        force(path);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var paths = Files.list(folder)) {
            return paths.findAny().isEmpty();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException twoDisks) {
            Files.move(from, to);
        }
    }
}
