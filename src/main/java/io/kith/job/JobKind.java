package io.kith.job;

/** One kind of long work; a feature has a bean for each of its own. */
public interface JobKind {

    /** What it is started and listed by, such as {@code INFLUENCE_RUN}. */
    String name();

    /** Does the work on a thread of its own; called again with the same job, argument and checkpoint when it is resumed. */
    void run(JobRun run);
}
