package dev.callsheet.corridor;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.KafkaBinding;
import dev.callsheet.contracts.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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

    IncomingEvents(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * Decodes and handles one record.
     *
     * @throws RuntimeException what the handler threw, if it may pass: do not acknowledge, try again
     */
    public void handle(ConsumerRecord<byte[], byte[]> kafkaRecord, Consumer<CloudEvent> handler) {
        try {
            handler.accept(read(kafkaRecord));
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
