package io.kith.job;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A kind of job for tests: counts to its argument, a step for each permit, and notes each number as its checkpoint. */
@TestComponent
public class CountingJob implements JobKind {

    public static final String NAME = "COUNTING";

    public final Semaphore steps = new Semaphore(0);
    volatile @Nullable String takenUpAt;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobRun run) {
        var last = Long.parseLong(String.valueOf(run.argument()));
        takenUpAt = run.checkpoint();
        var from = run.checkpoint() == null ? 0 : Long.parseLong(run.checkpoint());
        run.stage("COUNT", last);
        for (var number = from + 1; number <= last; number++) {
            steps.acquireUninterruptibly();
            if (number == 13) {
                throw new IllegalStateException("Thirteen brings no luck.");
            }
            run.done(number);
            run.checkpoint(String.valueOf(number));
        }
    }
}
