package dev.callsheet.render.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.Traces;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.render.RenderLine;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes assigned work from its topic into the tables: short, and then the record is acknowledged. */
@ApplicationScoped
public class WorkListener {
    private final IncomingEvents events;
    private final RenderLine line;
    private final WorkFilter filter;

    WorkListener(IncomingEvents events, RenderLine line, WorkFilter filter) {
        this.events = events;
        this.line = line;
        this.filter = filter;
    }

    /** Handles one record, as often as it takes for a failure to pass. Which of two requests is first does not matter. */
    @Incoming("work")
    @Blocking(ordered = false)
    @Retry(maxRetries = -1, delay = 1000, jitter = 200, maxDuration = 0)
    public void onWork(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, Room.ASSIGNMENT, this::assign);
    }

    private void assign(CloudEvent event) {
        if (!event.type().equals(Work.Assigned.TYPE)) {
            throw new UnreadableEvent(
                    "event.type", "attribute 'type': found '" + event.type() + "'; allowed is " + Work.Assigned.TYPE);
        }
        String trace = Traces.current();
        Work.Assigned work = Json.read(event.data(), Work.Assigned.class);
        if (filter.handles(work, trace)) {
            return;
        }
        try {
            line.assign(work, trace);
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }
}
