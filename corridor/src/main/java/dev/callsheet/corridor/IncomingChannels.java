package dev.callsheet.corridor;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.KafkaConnector;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Closes all channels from Kafka before anything behind them ends: they are paused, what was taken is worked off and
 * committed, and the partitions go to the other replicas. The connector by itself would do so last, when much of what a
 * handler needs is closed.
 */
@ApplicationScoped
class IncomingChannels {
    private final Instance<KafkaConnector> connector;
    private final AtomicBoolean closed = new AtomicBoolean();

    IncomingChannels(@Connector(KafkaConnector.CONNECTOR_NAME) Instance<KafkaConnector> connector) {
        this.connector = connector;
    }

    /** The service is told to end and still answers: the first moment. */
    void end(@Observes @Priority(ClosingOrder.DOORS) ShutdownDelayInitiatedEvent event) {
        close(event);
    }

    void end(@Observes @Priority(ClosingOrder.DOORS) ShutdownEvent event) {
        close(event);
    }

    private void close(Object event) {
        if (connector.isResolvable() && closed.compareAndSet(false, true)) {
            connector.get().terminate(event);
        }
    }
}
