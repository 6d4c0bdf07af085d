package io.kith.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.io.locker.FileLockException;
import org.springframework.util.unit.DataSize;

/** Why a store that is on disk could not be opened. */
class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aStoreThatIsNoStoreIsRefusedInOneSentence() throws IOException {
        var database = Files.createDirectories(folder.resolve("data/databases/neo4j"));
        Files.writeString(database.resolve("neostore"), "this was a store once");

        assertThatThrownBy(() -> new EmbeddedStore(new StoreSettings(
                        folder, DataSize.ofMegabytes(8), Duration.ofMinutes(1), Duration.ofMinutes(5), 0)))
                .isInstanceOf(StoreRefused.class)
                .hasMessageStartingWith("the store in %s cannot be opened (", folder)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFolderAnotherProcessHoldsIsCalledSo() {
        var refusal = new DataFolder(folder).refusal(new IllegalStateException(new FileLockException("held", null)));

        assertThat(refusal).hasMessageStartingWith("the data folder %s is in use by another process", folder);
    }
}
