package dev.callsheet.render.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.render.RenderLine;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what tenants say to running requests. The topic says which tenant speaks. */
@ApplicationScoped
public class ControlListener {
    private final IncomingEvents events;
    private final RenderLine line;

    ControlListener(IncomingEvents events, RenderLine line) {
        this.events = events;
        this.line = line;
    }

    /** Handles one record, as often as it takes for a failure to pass. */
    @Incoming("control")
    @Blocking
    @Retry(maxRetries = -1, delay = 1000, jitter = 200, maxDuration = 0)
    public void onControl(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        TenantId tenant = Topics.tenantOf(kafkaRecord.topic())
                .orElseThrow(() -> new IllegalStateException("no tenant's topic: " + kafkaRecord.topic()));
        events.handle(kafkaRecord, event -> obey(tenant, event));
    }

    private void obey(TenantId tenant, CloudEvent event) {
        if (!event.type().equals(Control.Cancel.TYPE)) {
            throw new UnreadableEvent(
                    "event.type", "attribute 'type': found '" + event.type() + "'; allowed is " + Control.Cancel.TYPE);
        }
        Control.Cancel cancel = Json.read(event.data(), Control.Cancel.class);
        try {
            Control.Unstoppable then = cancel.unstoppable() == null ? Control.Unstoppable.KEEP : cancel.unstoppable();
            line.cancel(cancel.requestId(), tenant, cancel.reason(), then);
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }
}
