package io.kith.graph;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;

/** Looks every second whether the embedded store has failed for good, and tells once. */
final class StoreWatch implements InitializingBean, DisposableBean {

    private final EmbeddedStore store;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(StoreWatch::thread);

    StoreWatch(EmbeddedStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public void afterPropertiesSet() {
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }

    private void look() {
        store.failure().ifPresent(why -> {
            watch.shutdown();
            events.publishEvent(new StoreFailed(why));
        });
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "store-watch");
        thread.setDaemon(true);
        return thread;
    }
}
