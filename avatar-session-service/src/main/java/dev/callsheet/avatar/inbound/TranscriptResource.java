package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.TurnArchive;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.Problem;
import dev.callsheet.conversation.plan.Keepsakes;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said, for those who have the consent to keep it. */
@Path("/v1/sessions/{id}/transcript")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TranscriptResource {
    private static final int ALL = 100_000;

    private final SessionDesk desk;
    private final TurnArchive archive;
    private final Keepsakes keepsakes;
    private final ApiKeys keys;

    TranscriptResource(SessionDesk desk, TurnArchive archive, Keepsakes keepsakes, ApiKeys keys) {
        this.desk = desk;
        this.archive = archive;
        this.keepsakes = keepsakes;
        this.keys = keys;
    }

    public record Transcript(String sessionId, List<Line> lines) {}

    /** @param text of the avatar what was heard, up to the last whole word */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int turn,
            String speaker,
            @Nullable String origin,
            @Nullable String author,
            String text,
            @Nullable Boolean interrupted,
            Instant at) {}

    @GET
    public Transcript read(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        var order = desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization))
                .order();
        if (!order.consent().recordTranscript()) {
            throw new Refused(Problem.of(
                    409,
                    "session.no_consent",
                    "There is no consent to keep what is said",
                    "A session keeps a transcript if it is started with consent.recordTranscript and keepHours."));
        }
        return new Transcript(
                order.sessionId().toString(),
                archive.turns(order.sessionId(), 0, ALL).stream()
                        .flatMap(TranscriptResource::lines)
                        .filter(line -> !line.text.isEmpty())
                        .toList());
    }

    /** Forgets it, whatever was agreed. May be repeated. */
    @DELETE
    public void forget(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id) {
        keepsakes.forget(desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization))
                .order()
                .sessionId());
    }

    private static Stream<Line> lines(TurnRecord turn) {
        var answer = new Line(
                turn.number(), "avatar", null, null, turn.spoken(), turn.interrupted() ? true : null, turn.endedAt());
        return Stream.concat(turn.inputs().stream().map(input -> line(turn.number(), input)), Stream.of(answer));
    }

    private static Line line(int turn, Input input) {
        String origin = input.origin().name().toLowerCase(Locale.ROOT);
        return new Line(turn, "person", origin, input.author(), input.text(), null, input.endOfInput());
    }
}
