package io.kith.job;

import java.util.concurrent.CancellationException;

/** Thrown inside a job's work where somebody asked it to stop. */
final class JobCancelled extends CancellationException {

    JobCancelled() {
        super("The job was asked to stop.");
    }
}
