package io.kith.board;

/** What a leaderboard goes by; of clients brought directly, never deeper. */
public enum BoardMeasure {
    PEOPLE_CONVERTED,
    NET_VALUE
}
