package dev.callsheet.corridor;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.logs.Subject;
import dev.callsheet.corridor.trace.Processing;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.corridor.trace.TraceNames;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * The one way in: a record becomes an event for the handler, or a dead letter with its reason. A failure that will
 * pass (a database, a broker or a store away) is thrown on, so that the caller tries again and nothing is lost.
 */
@ApplicationScoped
public class IncomingEvents {
    private static final Logger LOG = Logger.getLogger(IncomingEvents.class);

    private final DeadLetters deadLetters;
    private final Processing processing;

    IncomingEvents(DeadLetters deadLetters, Processing processing) {
        this.deadLetters = deadLetters;
        this.processing = processing;
    }

    /**
     * Decodes and handles one record, within a span of the trace that it came in.
     *
     * @throws RuntimeException what the handler threw, if it may pass: do not acknowledge, try again
     */
    public void handle(ConsumerRecord<byte[], byte[]> kafkaRecord, Room room, Consumer<CloudEvent> handler) {
        handle(kafkaRecord, room, _ -> true, handler);
    }

    /** The same where most records concern others. @param concerns whether an event is for the handler */
    public void handle(
            ConsumerRecord<byte[], byte[]> kafkaRecord,
            Room room,
            Predicate<CloudEvent> concerns,
            Consumer<CloudEvent> handler) {
        try {
            CloudEvent event = read(kafkaRecord);
            if (concerns.test(event)) {
                within(kafkaRecord, room, event, handler);
            }
        } catch (UnreadableEvent e) {
            deadLetters.put(kafkaRecord, e.code(), e.getMessage());
        } catch (RuntimeException e) {
            if (Passing.is(e)) {
                throw e;
            }
            LOG.errorf(
                    e,
                    "record %s-%d@%d cannot be handled",
                    kafkaRecord.topic(),
                    kafkaRecord.partition(),
                    kafkaRecord.offset());
            deadLetters.put(
                    kafkaRecord,
                    "event.unprocessable",
                    "the handler failed: " + e.getClass().getSimpleName());
        }
    }

    private void within(
            ConsumerRecord<byte[], byte[]> kafkaRecord, Room room, CloudEvent event, Consumer<CloudEvent> handler) {
        Span span = processing
                .of(kafkaRecord, event)
                .setAttribute(TraceNames.ROOM, room.word())
                .setAttribute(TraceNames.WAITED, Processing.waited(kafkaRecord, Instant.now()))
                .startSpan();
        try (Scope _ = span.makeCurrent();
                Subject _ = Subject.of(kafkaRecord.topic(), event.subject())) {
            handler.accept(event);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(
                    TraceNames.ERROR_TYPE,
                    e instanceof UnreadableEvent unreadable
                            ? unreadable.code()
                            : e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    /** The event in a record. @throws UnreadableEvent if there is none */
    public static CloudEvent read(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : kafkaRecord.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        return KafkaBinding.read(headers, kafkaRecord.value());
    }
}
