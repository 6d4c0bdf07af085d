package io.kith.intake;

/**
 * What became of the rows of one file: those in are those loaded, unchanged and rejected.
 *
 * @param loaded new ones and those that said something new
 * @param unchanged those the graph knew already
 * @param remarks how many of the loaded and unchanged ones were kept with a remark
 */
public record FileCount(String file, long rows, long loaded, long unchanged, long rejected, long remarks) {

    public boolean balances() {
        return rows == loaded + unchanged + rejected;
    }

    FileCount plus(FileCount other) {
        return new FileCount(
                file,
                rows + other.rows,
                loaded + other.loaded,
                unchanged + other.unchanged,
                rejected + other.rejected,
                remarks + other.remarks);
    }
}
