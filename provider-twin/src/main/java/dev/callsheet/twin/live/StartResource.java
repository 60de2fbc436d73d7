package dev.callsheet.twin.live;

import dev.callsheet.twin.live.LiveSession.End;
import dev.callsheet.twin.queue.domain.fault.Blows.Hit;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.LiveFault;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/sessions/start}: the meter begins to run, and may do so without an answer. */
@Path("/v1/sessions/start")
@RunOnVirtualThread
public class StartResource {
    private final Sessions sessions;
    private final Characters characters;
    private final Places places;
    private final SessionViews views;
    private final LiveFaults faults;
    private final Clock clock;

    StartResource(
            Sessions sessions,
            Characters characters,
            Places places,
            SessionViews views,
            LiveFaults faults,
            Clock clock) {
        this.sessions = sessions;
        this.characters = characters;
        this.places = places;
        this.views = views;
        this.faults = faults;
        this.clock = clock;
    }

    @POST
    public Response start(
            @HeaderParam("Authorization") @Nullable String bearer,
            @Context UriInfo address,
            @Context HttpServerRequest request) {
        String token = Callers.token(bearer);
        var session = sessions.startable(token);
        characters.missing(session.order()).ifPresent(what -> {
            throw Refused.missing(what);
        });
        reachable(session.order().room(), address.getBaseUri());
        var fault = faults.at(Door.LIVE_START, session);
        fault.ifPresent(StartResource::refuse);
        var started = sessions.start(token, fault.flatMap(this::limit));
        fault.ifPresent(hit -> spoil(hit, request));
        return Response.status(201)
                .entity(Envelope.ok(views.started(started, address.getBaseUri())))
                .build();
    }

    private static void refuse(Hit<LiveFault> hit) {
        if (hit.fault() == LiveFault.START_BUSY) {
            throw Refused.concurrency();
        }
        if (hit.fault() == LiveFault.START_FAILED) {
            throw Refused.failure();
        }
    }

    private Optional<End> limit(Hit<LiveFault> hit) {
        var at = clock.instant().plus(hit.blow().lasts());
        if (hit.fault() == LiveFault.SESSION_CLAMPED) {
            return Optional.of(new End(at, EndReason.MAX_DURATION_REACHED));
        }
        return hit.fault() == LiveFault.SESSION_CRASHED
                ? Optional.of(new End(at, EndReason.SERVER_ERROR))
                : Optional.empty();
    }

    private static void spoil(Hit<LiveFault> hit, HttpServerRequest request) {
        if (hit.fault() == LiveFault.START_CUT) {
            LiveFaults.cut(request);
        } else if (hit.fault() == LiveFault.START_DELAYED) {
            LiveFaults.hold(hit.blow().lasts());
        }
    }

    /** The twin has no way to other LiveKit servers than its own. */
    private void reachable(@Nullable RoomOrder room, URI base) {
        if (room == null) {
            return;
        }
        if (URI.create(room.url()).getPort() != base.getPort()) {
            throw Refused.missing("The LiveKit server of livekit_config cannot be reached");
        }
        if (!places.admits(room)) {
            throw Refused.missing("The token of livekit_config does not let into its room");
        }
    }
}
