package dev.callsheet.render.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.render.RenderLine;
import dev.callsheet.render.domain.PersonsWord;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

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
        events.handle(kafkaRecord, Room.DOOR, event -> obey(tenant, event));
    }

    private void obey(TenantId tenant, CloudEvent event) {
        try {
            switch (read(event)) {
                case Control.Cancel(var request, var reason, var then) ->
                    line.cancel(request, tenant, reason, then == null ? Control.Unstoppable.KEEP : then);
                case Control.Approve(var request, var take, var by, var reason) ->
                    line.rule(word(request, take, tenant, Ruling.Word.APPROVED, by, reason, event));
                case Control.Reject(var request, var take, var by, var reason) ->
                    line.rule(word(request, take, tenant, Ruling.Word.REJECTED, by, reason, event));
                case Control.OfSession _ -> {
                    // A live session is another service's.
                }
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    private static Control read(CloudEvent event) {
        return switch (event.type()) {
            case Control.Cancel.TYPE -> Json.read(event.data(), Control.Cancel.class);
            case Control.Approve.TYPE -> Json.read(event.data(), Control.Approve.class);
            case Control.Reject.TYPE -> Json.read(event.data(), Control.Reject.class);
            case Control.Pause.TYPE -> Json.read(event.data(), Control.Pause.class);
            case Control.Resume.TYPE -> Json.read(event.data(), Control.Resume.class);
            default ->
                throw new UnreadableEvent(
                        "event.type",
                        "attribute 'type': found '" + event.type() + "'; allowed are " + Control.Cancel.TYPE + ", "
                                + Control.Approve.TYPE + ", " + Control.Reject.TYPE + ", "
                                + Control.Pause.TYPE + " and " + Control.Resume.TYPE);
        };
    }

    private static PersonsWord word(
            RequestId request,
            @Nullable TakeId take,
            TenantId tenant,
            Ruling.Word word,
            @Nullable String by,
            @Nullable String reason,
            CloudEvent event) {
        UUID said = DerivedId.of("ruling", request.toString(), event.source(), event.id());
        return new PersonsWord(request, take, tenant, word, by, reason, said, event.time());
    }
}
