package io.kith.job;

import java.util.concurrent.CancellationException;

/** Thrown inside a job's work where the other processes took this one as ended, so that the job is no longer its own. */
final class JobLost extends CancellationException {

    JobLost() {
        super("The job is no longer this process's.");
    }
}
