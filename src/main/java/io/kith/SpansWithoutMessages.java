package io.kith;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Sends spans without their events and the words of their status: both are messages of what was refused or went wrong, which name the
 * value they are about. What it was is among a span's attributes.
 */
final class SpansWithoutMessages implements SpanExporter {

    private final SpanExporter receiver;

    SpansWithoutMessages(SpanExporter receiver) {
        this.receiver = receiver;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return receiver.export(
                spans.stream().<SpanData>map(WithoutMessages::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return receiver.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return receiver.shutdown();
    }

    private static final class WithoutMessages extends DelegatingSpanData {

        private WithoutMessages(SpanData span) {
            super(span);
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
