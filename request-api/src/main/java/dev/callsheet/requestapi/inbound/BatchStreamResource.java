package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Batch;
import dev.callsheet.requestapi.outbound.Tallies;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How a batch goes on: its view whenever a count or a sum has changed, until the last of it has ended. */
@Path(Entrance.BATCHES + "/{id}/events")
@Singleton
public class BatchStreamResource {
    private final Caller caller;
    private final BatchDesk desk;
    private final Tallies tallies;
    private final Duration heartbeat;
    private final Duration lookAgain;
    private final CountDownLatch stopping = new CountDownLatch(1);

    BatchStreamResource(
            Caller caller,
            BatchDesk desk,
            Tallies tallies,
            @ConfigProperty(name = "callsheet.events.heartbeat") Duration heartbeat,
            @ConfigProperty(name = "callsheet.events.look-again") Duration lookAgain) {
        this.caller = caller;
        this.desk = desk;
        this.tallies = tallies;
        this.heartbeat = heartbeat;
        this.lookAgain = lookAgain;
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping.countDown();
    }

    /** Streams {@code progress} events. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    public void follow(@PathParam("id") String id, @Context SseEventSink sink, @Context Sse sse)
            throws InterruptedException {
        TenantId tenant = caller.tenant();
        BatchViews.BatchView view = view(tenant, BatchDesk.id(id));
        BatchViews.@Nullable BatchView told = null;
        Instant spoken = Instant.now();
        while (!sink.isClosed()) {
            if (told == null
                    || !view.progress().equals(told.progress())
                    || !view.money().equals(told.money())) {
                sink.send(sse.newEventBuilder()
                        .name("progress")
                        .data(Json.text(view))
                        .build());
                told = view;
                spoken = Instant.now();
            }
            if (view.ended() || stopping.await(lookAgain.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
            if (spoken.plus(heartbeat).isBefore(Instant.now())) {
                sink.send(sse.newEventBuilder().comment("still here").build());
                spoken = Instant.now();
            }
            view = view(tenant, BatchDesk.id(id));
        }
        sink.close();
    }

    private BatchViews.BatchView view(TenantId tenant, UUID id) {
        Batch batch = desk.find(tenant, id);
        return BatchViews.of(batch, tallies.of(List.of(id)).get(id), tallies.reasons(id), Instant.now());
    }
}
