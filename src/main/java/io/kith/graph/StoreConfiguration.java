package io.kith.graph;

import java.time.Duration;
import org.neo4j.driver.NotificationSeverity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.support.RetryExceptionPredicate;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;

/** Which Neo4j Kith runs on: the embedded one, unless {@code spring.neo4j.uri} names another. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    @ConditionalOnExpression("'${spring.neo4j.uri:}' == ''")
    EmbeddedStore embeddedStore(StoreAhead.OpeningStore opening) {
        return StoreAhead.opened(opening.store());
    }

    @Bean
    @ConditionalOnExpression("'${spring.neo4j.uri:}' == ''")
    StoreThreads storeThreads() {
        return new StoreThreads();
    }

    @Bean
    @ConditionalOnExpression("'${spring.neo4j.uri:}' == ''")
    Runner embeddedRunner(EmbeddedStore store, StoreThreads threads) {
        return new EmbeddedRunner(store.database(), threads);
    }

    @Bean
    @ConditionalOnExpression("'${spring.neo4j.uri:}' != ''")
    Runner boltRunner(Neo4jClient client, Neo4jTransactionManager transactions) {
        return new BoltRunner(client, transactions);
    }

    /**
     * One for all sessions of this process, so that on a cluster each sees what those before it wrote; a single store, as
     * the embedded one is, needs none.
     */
    @Bean
    Neo4jBookmarkManager bookmarks(@Value("${spring.neo4j.uri:}") String uri) {
        return uri.isEmpty() ? Neo4jBookmarkManager.noop() : Neo4jBookmarkManager.create();
    }

    @Bean
    @ConditionalOnExpression("'${spring.neo4j.uri:}' == ''")
    StoreWatch storeWatch(EmbeddedStore store, ApplicationEventPublisher events) {
        return new StoreWatch(store, events);
    }

    /** Nobody reads what Neo4j remarks on a statement, and how the driver is used is nobody else's business. */
    @Bean
    ConfigBuilderCustomizer quietDriver() {
        return config ->
                config.withMinimumNotificationSeverity(NotificationSeverity.OFF).withTelemetryDisabled(true);
    }

    /** A server's disk is its own matter; then this is the operation log's. */
    @Bean
    Disk storeDisk(StoreSettings settings) {
        return new FolderDisk(settings.directory());
    }

    /** Deadlocks, leader changes and broken connections are tried again: the whole transaction, up to 20 times. */
    @Bean
    RetryTemplate transactionRetries(@Value("${kith.store.retries:20}") long retries) {
        return new RetryTemplate(RetryPolicy.builder()
                .predicate(new RetryExceptionPredicate())
                .maxRetries(retries)
                .delay(Duration.ofMillis(5))
                .multiplier(1.6)
                .jitter(Duration.ofMillis(5))
                .maxDelay(Duration.ofMillis(250))
                .build());
    }
}
