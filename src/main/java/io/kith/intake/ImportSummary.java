package io.kith.intake;

import java.util.List;

/**
 * How an import ended, as JSON.
 *
 * @param total of all files; its rows are those loaded, unchanged and rejected
 * @param notes columns and files the layout does not have, encodings found
 */
record ImportSummary(boolean dryRun, List<FileCount> files, FileCount total, List<String> notes, long milliseconds) {

    static ImportSummary of(ImportReport report) {
        return new ImportSummary(
                report.dryRun(),
                report.files(),
                report.total(),
                report.notes(),
                report.took().toMillis());
    }
}
