package dev.callsheet.r2v.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.corridor.trace.Room;
import dev.callsheet.render.RenderLine;
import dev.callsheet.render.inbound.StoreFailed;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of measured clips among all facts; those of other services' requests change nothing here. */
@ApplicationScoped
public class ScoreListener {
    private static final String SCORED = FactTypes.typeOf(Fact.ClipScored.class);

    private final IncomingEvents events;
    private final RenderLine line;

    ScoreListener(IncomingEvents events, RenderLine line) {
        this.events = events;
        this.line = line;
    }

    /** Handles one record, as often as it takes for a failure to pass. */
    @Incoming("facts")
    @Blocking
    @Retry(maxRetries = -1, delay = 1000, jitter = 200, maxDuration = 0)
    public void onFact(ConsumerRecord<byte[], byte[]> kafkaRecord) {
        events.handle(kafkaRecord, Room.CONCLUSION, event -> event.type().equals(SCORED), this::note);
    }

    private void note(CloudEvent event) {
        if (FactTypes.read(event) instanceof Fact.ClipScored scored) {
            try {
                line.measured(scored);
            } catch (SQLException e) {
                throw new StoreFailed(e);
            }
        }
    }
}
