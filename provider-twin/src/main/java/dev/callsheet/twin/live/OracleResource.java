package dev.callsheet.twin.live;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What really happened in live sessions; a door of the twin, not of the provider. */
@Path("/twin/live")
@RunOnVirtualThread
public class OracleResource {
    private final Sessions sessions;
    private final Account account;
    private final Stages stages;

    OracleResource(Sessions sessions, Account account, Stages stages) {
        this.sessions = sessions;
        this.account = account;
        this.stages = stages;
    }

    /**
     * One session.
     *
     * @param minutes started minutes that were charged
     * @param micros micros of USD in the billing journal
     * @param played what was heard; empty if the session ended before this process
     */
    record Seen(
            String id,
            Mode mode,
            String avatarId,
            String state,
            Instant createdAt,
            @Nullable Instant since,
            @Nullable Instant endedAt,
            @Nullable EndReason endReason,
            int minutes,
            long micros,
            List<PlayLog.Played> played) {}

    /** All sessions, oldest first; with {@code played=false} without what was heard. */
    @GET
    public List<Seen> all(@QueryParam("played") @DefaultValue("true") boolean played) {
        sessions.tick();
        return sessions.all().stream()
                .sorted(Comparator.comparing(LiveSession::createdAt))
                .map(session -> seen(session, played))
                .toList();
    }

    @GET
    @Path("/{id}")
    public Seen one(@PathParam("id") String id) {
        sessions.tick();
        return seen(sessions.find(id).orElseThrow(Refused::unknownSession), true);
    }

    /** Ends a session as the provider does by itself. */
    @DELETE
    @Path("/{id}")
    public Response end(@PathParam("id") String id, @QueryParam("reason") @DefaultValue("SERVER_ERROR") String reason) {
        var known = Arrays.stream(EndReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        if (known.isEmpty()) {
            return Response.status(400)
                    .entity(Map.of("error", "reason must be one of " + Arrays.toString(EndReason.values())))
                    .build();
        }
        sessions.end(id, known.get());
        return Response.noContent().build();
    }

    /** Breaks the agent's line: closed with a code, or with 0 cut without a word. 404 if there is none. */
    @DELETE
    @Path("/{id}/line")
    public Response breakLine(@PathParam("id") String id, @QueryParam("code") @DefaultValue("1011") int code) {
        boolean broken = stages.find(id)
                .flatMap(Show::agent)
                .map(agent -> agent.breakLine(code, "keepalive ping timeout"))
                .orElse(false);
        return Response.status(broken ? 204 : 404).build();
    }

    private Seen seen(LiveSession session, boolean played) {
        var log = played
                ? stages.memory(session.id()).map(memory -> memory.log().all()).orElse(List.of())
                : List.<PlayLog.Played>of();
        var order = session.order();
        return switch (session.phase()) {
            case LiveSession.Phase.Issued() ->
                new Seen(
                        session.id(),
                        order.mode(),
                        order.avatarId(),
                        "issued",
                        session.createdAt(),
                        null,
                        null,
                        null,
                        0,
                        0,
                        log);
            case LiveSession.Phase.Active active -> ran(session, "active", active.since(), null, log);
            case LiveSession.Phase.Ended(Instant since, LiveSession.End end) -> ran(session, "ended", since, end, log);
        };
    }

    private Seen ran(
            LiveSession session, String state, Instant since, LiveSession.@Nullable End end, List<PlayLog.Played> log) {
        return new Seen(
                session.id(),
                session.order().mode(),
                session.order().avatarId(),
                state,
                session.createdAt(),
                since,
                end == null ? null : end.at(),
                end == null ? null : end.reason(),
                session.minutes(),
                account.charged(session),
                log);
    }
}
