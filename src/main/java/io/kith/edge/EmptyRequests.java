package io.kith.edge;

import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads a body of {@code null} as a request without a query, which is refused; Spring GraphQL would take it for an accident. */
@Component
class EmptyRequests extends SimpleModule {

    EmptyRequests() {
        super("empty requests");
        setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig configuration, BeanDescription.Supplier type, ValueDeserializer<?> reader) {
                return type.getBeanClass() == SerializableGraphQlRequest.class ? new OfNull(reader) : reader;
            }
        });
    }

    private static final class OfNull extends DelegatingDeserializer {

        OfNull(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new OfNull(reader);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return new SerializableGraphQlRequest();
        }
    }
}
