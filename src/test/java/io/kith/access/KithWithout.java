package io.kith.access;

import io.kith.Kith;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;

/**
 * Kith without its operation log, and without its guards where an argument asks for that: what a benchmark sets beside
 * the whole.
 */
public final class KithWithout {

    /** Leaves out the guards before the fields too. */
    public static final String GUARDS = "--without-guards";

    private KithWithout() {}

    public static void main(String[] arguments) {
        var unguarded = Arrays.asList(arguments).contains(GUARDS);
        var application = new SpringApplication(Kith.class);
        application.addInitializers(context -> context.addBeanFactoryPostProcessor(new LeftOut(unguarded)));
        application.run(arguments);
    }

    private record LeftOut(boolean unguarded) implements BeanDefinitionRegistryPostProcessor {

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
            beans.registerBeanDefinition("withoutLog", new RootBeanDefinition(Swap.class, () -> new Swap(unguarded)));
        }
    }

    /** Comes after the scan has found what it takes out. */
    private record Swap(boolean unguarded) implements BeanDefinitionRegistryPostProcessor {

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
            beans.removeBeanDefinition("operationLog");
            var silent = new RootBeanDefinition(SilentLog.class);
            silent.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
            beans.registerBeanDefinition("operationLog", silent);
            if (unguarded) {
                beans.removeBeanDefinition("guardedSchema");
            }
        }
    }

    /** Takes lines and keeps none. */
    static final class SilentLog extends OperationLog {

        SilentLog(LogSettings settings, Clock clock) {
            super(settings, clock);
        }

        @Override
        public void append(Operation operation) {}
    }
}
