package io.kith.graph;

import io.kith.edge.Deadline;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Lets no statement and no transaction of a request run longer than what is left of the request's time: Neo4j itself ends
 * it then. Stands around the driver, since Spring Data Neo4j gives a timeout to transactions alone, and in whole seconds.
 */
@Component
final class RequestTime implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Driver driver ? proxy(Driver.class, new TimedDriver(driver)) : bean;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    private record TimedDriver(Driver driver) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("equals") && arguments != null) {
                return proxy == arguments[0];
            }
            var made = call(driver, method, arguments);
            return made instanceof Session session && Deadline.current().isPresent()
                    ? proxy(Session.class, new TimedSession(session))
                    : made;
        }
    }

    private record TimedSession(Session session) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            var given = arguments == null ? new Object[0] : arguments;
            return switch (method.getName()) {
                case "run" -> run(method, given);
                case "beginTransaction" ->
                    session.beginTransaction(
                            inTime(given.length > 0 ? (TransactionConfig) given[0] : TransactionConfig.empty()));
                default -> call(session, method, arguments);
            };
        }

        @SuppressWarnings("unchecked")
        private @Nullable Object run(Method method, Object[] given) throws Throwable {
            var config = inTime(TransactionConfig.empty());
            if (given.length == 1 && given[0] instanceof Query query) {
                return session.run(query, config);
            }
            if (given.length == 1 && given[0] instanceof String text) {
                return session.run(text, config);
            }
            if (given.length == 2 && given[0] instanceof String text && given[1] instanceof Map<?, ?> parameters) {
                return session.run(text, (Map<String, Object>) parameters, config);
            }
            return call(session, method, given);
        }

        /** Neo4j counts milliseconds, and none as without end. */
        private static TransactionConfig inTime(TransactionConfig asked) {
            return Deadline.current()
                    .map(deadline -> TransactionConfig.builder()
                            .withMetadata(new HashMap<>(asked.metadata()))
                            .withTimeout(Duration.ofMillis(deadline.left().toMillis() + 1))
                            .build())
                    .orElse(asked);
        }
    }
}
