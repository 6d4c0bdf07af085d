package io.kith.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk a folder is on, or will be on once it is made. */
final class FolderDisk implements Disk {

    private final FileStore store;

    FolderDisk(Path folder) {
        var there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            store = Files.getFileStore(there);
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    @Override
    public long free() {
        try {
            return store.getUsableSpace();
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public long size() {
        try {
            return store.getTotalSpace();
        } catch (IOException gone) {
            return 0;
        }
    }
}
