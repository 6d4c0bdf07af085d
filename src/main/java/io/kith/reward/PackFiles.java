package io.kith.reward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packs in the jar and in the folder of one's own. */
final class PackFiles {

    private PackFiles() {}

    /**
     * All packs by name.
     *
     * @throws PackRefused for a file that breaks a rule, or a name that is taken by a version as high
     */
    static Map<String, Pack> read(@Nullable Path folder, int digits) {
        var packs = new TreeMap<String, Pack>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:packs/*.yaml")) {
                var pack = PackText.read(String.valueOf(file.getFilename()), file.getContentAsString(UTF_8), digits);
                packs.put(pack.name(), pack);
            }
            if (folder != null) {
                addFrom(folder, digits, packs);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return packs;
    }

    private static void addFrom(Path folder, int digits, Map<String, Pack> packs) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new PackRefused("kith.rewards.packs is '%s'; it must be a folder with packs.".formatted(folder));
        }
        try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                var pack = PackText.read(name, Files.readString(file, UTF_8), digits);
                var there = packs.put(pack.name(), pack);
                if (there != null && there.version() >= pack.version()) {
                    throw new PackRefused(
                            "%s: version is '%d'; the pack '%s' has version %d already, so it must be higher."
                                    .formatted(name, pack.version(), pack.name(), there.version()));
                }
            }
        }
    }
}
