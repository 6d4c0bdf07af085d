package io.kith.job;

/** Background work that starts by itself every night; each feature that has some makes a component of it. */
public class Nightly {

    static final String NEVER = "-";

    private final String work;
    private final String cron;
    private final Runnable start;

    /**
     * @param work what is started, for the line that says why it was left out
     * @param cron when, by the clinic's clock: a cron expression with seconds, or "-" for never
     * @param start starts it; a refusal, such as that it runs already, leaves this night out
     */
    protected Nightly(String work, String cron, Runnable start) {
        this.work = work;
        this.cron = cron;
        this.start = start;
    }

    String work() {
        return work;
    }

    String cron() {
        return cron;
    }

    void start() {
        start.run();
    }
}
