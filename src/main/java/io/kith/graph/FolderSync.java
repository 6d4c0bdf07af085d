package io.kith.graph;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Brings every file and folder of the store to the disk before Kith first calls itself ready: a power cut soon after the first
 * start left an empty {@code server_id}, and a Neo4j that would not start again. What is on the disk already costs next to
 * nothing.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FolderSync implements ApplicationRunner {

    private static final boolean FOLDERS_CAN_BE_OPENED = File.separatorChar == '/';

    private final Path directory;

    FolderSync(StoreSettings settings) {
        this.directory = settings.directory().toAbsolutePath().normalize();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            var failed = all().parallelStream()
                    .flatMap(path -> failure(path).stream())
                    .findAny();
            if (failed.isPresent()) {
                throw failed.get();
            }
        } catch (IOException refused) {
            throw new StoreRefused(
                    "the data folder %s cannot be brought to the disk (%s).".formatted(directory, refused.getMessage()),
                    refused);
        }
    }

    /** Files first, then the folders that name them, then the one that names the data folder. */
    private List<Path> all() throws IOException {
        var paths = new ArrayList<Path>();
        if (Files.exists(directory)) {
            Files.walkFileTree(directory, new Collect(paths));
            if (directory.getParent() != null) {
                paths.add(directory.getParent());
            }
        }
        return paths;
    }

    private static Optional<IOException> failure(Path path) {
        if (Files.isDirectory(path) && !FOLDERS_CAN_BE_OPENED) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
            return Optional.empty();
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(refused);
        }
    }

    private static final class Collect extends SimpleFileVisitor<Path> {

        private final List<Path> paths;

        Collect(List<Path> paths) {
            this.paths = paths;
        }

        /** But for lock files: whoever closes one on Linux lets go of all its process's locks on it, and they are empty anyway. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().endsWith("lock")) {
                paths.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            paths.add(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
