package io.kith;

import io.kith.graph.TestDisk;
import io.kith.job.CountingJob;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Kith as a whole on a real store that all tests of a run share: the embedded one, or a container where the run says
 * {@code kith.test.store=container}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("store")
@ExtendWith(DockerEngineNeeded.class)
@Import({
    Api.class,
    CapturedLog.class,
    TestGraph.class,
    SchemaInspection.class,
    CountingJob.class,
    TestClock.class,
    TestDisk.class,
    TestPlace.class
})
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StoreUnderTest.class)
public @interface KithTest {}
