package io.kith.intake;

import java.time.Duration;

/** Tells a listener how far an import has come and how fast. */
final class Pace {

    private final ImportListener listener;
    private final long totalBytes;
    private final long began = System.nanoTime();
    private String file = "";
    private long fileRows;
    private long rows;
    private long bytesBefore; // of the files done
    private long bytes;

    Pace(ImportListener listener, long totalBytes) {
        this.listener = listener;
        this.totalBytes = totalBytes;
        this.bytes = 0;
    }

    void begin(String name) {
        file = name;
        fileRows = 0;
        tell();
    }

    void advance(long moreRows, long bytesOfFile) {
        fileRows += moreRows;
        rows += moreRows;
        bytes = bytesBefore + bytesOfFile;
        tell();
    }

    void end(long bytesOfFile) {
        bytesBefore += bytesOfFile;
        bytes = bytesBefore;
        tell();
    }

    Duration since() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void tell() {
        double seconds = Math.max(since().toNanos() / 1e9, 1e-3);
        double left = bytes == 0 ? 0 : seconds * Math.max(totalBytes - bytes, 0) / bytes;
        listener.progressed(new ImportProgress(
                file, fileRows, rows, bytes, totalBytes, rows / seconds, Duration.ofMillis((long) (left * 1000))));
    }
}
