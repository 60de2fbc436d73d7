package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.domain.Story;
import dev.callsheet.requestapi.domain.Told;
import dev.callsheet.requestapi.outbound.RequestStore;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request, as it happens: the history first, then live until the request has ended, and a parent's
 * until its last child has. Event ids are
 * those of the facts, so a client that lost the line goes on where it was, on any replica.
 */
@Path("/v1/requests/{id}/events")
@Singleton
public class EventStreamResource {
    private final Caller caller;
    private final Desk desk;
    private final Arrivals arrivals;
    private final Duration heartbeat;
    private final Duration lookAgain;
    private volatile boolean stopping;

    EventStreamResource(
            Caller caller,
            Desk desk,
            Arrivals arrivals,
            @ConfigProperty(name = "callsheet.events.heartbeat") Duration heartbeat,
            @ConfigProperty(name = "callsheet.events.look-again") Duration lookAgain) {
        this.caller = caller;
        this.desk = desk;
        this.arrivals = arrivals;
        this.heartbeat = heartbeat;
        this.lookAgain = lookAgain;
    }

    /** Before anything ends: whoever follows goes on at another replica. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    /** Streams until the request has ended; 204 tells an event source that there is nothing left to follow. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    public void follow(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse)
            throws InterruptedException {
        TenantId tenant = caller.tenant();
        RequestId requestId = RequestResource.id(id);
        try (Arrivals.Waiter waiter = arrivals.waitFor(requestId)) {
            RequestStore.Known known = desk.known(tenant, requestId);
            Story story = known.story();
            Set<String> sent = until(lastEventId, story);
            if (known.state().isFinal() && sent.size() == story.told().size()) {
                throw new WebApplicationException(Response.noContent().build());
            }
            Instant spoken = Instant.now();
            while (!sink.isClosed()) {
                if (send(story, sent, sink, sse)) {
                    spoken = Instant.now();
                }
                if (known.state().isFinal()) {
                    break;
                }
                waiter.await(lookAgain);
                if (stopping) {
                    break;
                }
                if (spoken.plus(heartbeat).isBefore(Instant.now())) {
                    sink.send(sse.newEventBuilder().comment("still here").build());
                    spoken = Instant.now();
                }
                known = desk.known(tenant, requestId);
                story = known.story();
            }
            sink.close();
        }
    }

    /** The events that the client has: all up to the one it names. */
    private static Set<String> until(@Nullable String lastEventId, Story story) {
        Set<String> seen = new HashSet<>();
        for (Told told : story.told()) {
            seen.add(told.eventId());
            if (told.eventId().equals(lastEventId)) {
                return seen;
            }
        }
        return new HashSet<>();
    }

    private static boolean send(Story story, Set<String> sent, SseEventSink sink, Sse sse) {
        boolean any = false;
        for (Told told : story.told()) {
            if (sent.add(told.eventId())) {
                OutboundSseEvent event = sse.newEventBuilder()
                        .id(told.eventId())
                        .name(told.type())
                        .data(Json.text(RequestViews.entry(told)))
                        .build();
                sink.send(event);
                any = true;
            }
        }
        return any;
    }
}
