package io.kith.intake;

/**
 * A row that was not loaded, or was kept with a remark.
 *
 * @param line where the row begins in its file, from 1
 * @param field the column at fault; empty where it is the row as a whole
 */
record Reject(String file, long line, String field, RejectCode code, String reason) {}
