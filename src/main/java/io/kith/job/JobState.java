package io.kith.job;

/** Where a job stands; all but RUNNING are ends. */
public enum JobState {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    INTERRUPTED
}
