package io.kith.intake;

import java.time.Duration;

/**
 * How far an import has come.
 *
 * @param file the one being loaded
 * @param fileRows rows done of it
 * @param rows rows done in all
 * @param bytes of all files, done
 * @param totalBytes of all files
 * @param rowsPerSecond since the import began
 * @param left at the pace so far
 */
public record ImportProgress(
        String file, long fileRows, long rows, long bytes, long totalBytes, double rowsPerSecond, Duration left) {

    /** How much is done, from 0 to 1, by the bytes read. */
    public double share() {
        return totalBytes == 0 ? 1 : (double) bytes / totalBytes;
    }
}
