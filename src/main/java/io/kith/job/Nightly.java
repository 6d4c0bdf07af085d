package io.kith.job;

/** Background work that starts by itself every night. */
public interface Nightly {

    /** Of {@link #cron}: not at all. */
    String NEVER = "-";

    /** What is started, for the line that says why it was left out. */
    String work();

    /** When, by the clinic's clock: a cron expression with seconds, or {@link #NEVER}. */
    String cron();

    /** Starts it; a refusal, such as that it runs already, leaves this night out. */
    void start();
}
