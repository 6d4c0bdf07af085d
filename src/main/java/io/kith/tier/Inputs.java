package io.kith.tier;

/** What a run read of all its clients: a column a figure, a row a client in order of id; about 200 bytes a client. */
final class Inputs {

    private final String[] ids;
    private final long[][] columns;

    /** @param columns by the ordinal of {@link Input}, then row */
    Inputs(String[] ids, long[][] columns) {
        this.ids = ids;
        this.columns = columns;
    }

    int size() {
        return ids.length;
    }

    String id(int row) {
        return ids[row];
    }

    /** The row of a client, -1 for one the run does not hold. */
    int row(String clientId) {
        return CodePoints.search(ids, clientId);
    }

    long get(Input input, int row) {
        return columns[input.ordinal()][row];
    }
}
