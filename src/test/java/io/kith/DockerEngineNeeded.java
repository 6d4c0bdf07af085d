package io.kith;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips the tests of a run on a container where no Docker engine is, and says so. */
class DockerEngineNeeded implements ExecutionCondition {

    private static final String REASON = "skipped: no Docker engine";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        if (!StoreUnderTest.isContainer() || Engine.IS_THERE) {
            return ConditionEvaluationResult.enabled("the store is there");
        }
        return ConditionEvaluationResult.disabled(REASON);
    }

    /** Asked once a run, and only where it matters. */
    private static final class Engine {

        static final boolean IS_THERE = isThere();

        private static boolean isThere() {
            var there = DockerClientFactory.instance().isDockerAvailable();
            if (!there) {
                System.out.println("Store tests against a neo4j:5.26 container are " + REASON);
            }
            return there;
        }
    }
}
