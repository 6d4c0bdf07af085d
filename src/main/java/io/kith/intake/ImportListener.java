package io.kith.intake;

/** Hears how far an import has come, at the beginning of each file and after each batch of rows. */
@FunctionalInterface
public interface ImportListener {

    void progressed(ImportProgress progress);

    /** Hears nothing. */
    static ImportListener none() {
        return progress -> {};
    }
}
