package io.kith.graph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the embedded store while the application is put together: each takes about as long as the other, and there is a
 * processor for both. Whoever asks for the store waits until it is open.
 */
final class StoreAhead implements ApplicationListener<SpringApplicationEvent> {

    private @Nullable CompletableFuture<EmbeddedStore> opening;

    /** The store, or what kept it from opening. */
    static EmbeddedStore opened(CompletableFuture<EmbeddedStore> opening) {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationPreparedEvent prepared) {
            open(prepared.getApplicationContext());
        } else if (event instanceof ApplicationFailedEvent && opening != null) {
            close(opening);
        }
    }

    private void open(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().getProperty("spring.neo4j.uri", "").isEmpty()) {
            return;
        }
        var settings = Binder.get(context.getEnvironment()).bindOrCreate("kith.store", StoreSettings.class);
        var ahead = new CompletableFuture<EmbeddedStore>();
        opening = ahead;
        context.getBeanFactory().registerSingleton("openingStore", new OpeningStore(ahead));
        new Thread(() -> open(settings, ahead), "store-opening").start();
    }

    private static void open(StoreSettings settings, CompletableFuture<EmbeddedStore> ahead) {
        try {
            ahead.complete(new EmbeddedStore(settings));
        } catch (RuntimeException | Error failed) {
            ahead.completeExceptionally(failed);
        }
    }

    /** Nobody may have asked for it before something else failed. */
    private static void close(CompletableFuture<EmbeddedStore> opening) {
        opening.handle((store, failure) -> {
                    if (store != null) {
                        store.close();
                    }
                    return true;
                })
                .join();
    }

    /** The store on its way. */
    record OpeningStore(CompletableFuture<EmbeddedStore> store) {}
}
