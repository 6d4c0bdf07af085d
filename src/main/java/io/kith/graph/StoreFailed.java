package io.kith.graph;

/**
 * The embedded store has met something that it does not survive, such as a full disk in the middle of a commit: until it is
 * started again it answers nothing. What it acknowledged is on the disk.
 *
 * @param sentence why, for whoever runs Kith
 */
public record StoreFailed(String sentence) {}
