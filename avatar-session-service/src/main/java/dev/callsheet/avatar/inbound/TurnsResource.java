package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.TurnArchive;
import dev.callsheet.avatar.live.Conversations;
import dev.callsheet.avatar.live.SessionDesk;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in a session, and how long each answer took. The WebSocket of the same address is {@link TurnSocket}. */
@Path("/v1/sessions/{id}/turns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TurnsResource {
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final SessionDesk desk;
    private final Conversations conversations;
    private final TurnArchive archive;
    private final ApiKeys keys;
    private final InputIds ids;
    private final Clock clock;

    TurnsResource(
            SessionDesk desk,
            Conversations conversations,
            TurnArchive archive,
            ApiKeys keys,
            InputIds ids,
            Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.archive = archive;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param next asks on; null at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Turns(List<TurnView> turns, @Nullable Integer next) {}

    public record Taken(String inputId) {}

    /** Says something. The same id, in the body or as Idempotency-Key, is taken once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response say(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @PathParam("id") String id,
            byte[] body) {
        var session = owned(apiKey, authorization, id);
        var words = Words.read(body);
        String inputId = words.id() != null ? words.id() : ids.ofCall(session, idempotencyKey);
        var input = new Input(inputId, words.text(), Origin.REST, null, words.verbatim(), clock.instant(), null);
        if (!conversations.say(session, input)) {
            throw Refused.notLive();
        }
        return Response.status(202).entity(new Taken(inputId)).build();
    }

    /** The turns that are over, with the time of each stage. */
    @GET
    public Turns list(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var session = owned(apiKey, authorization, id);
        int most = number("limit", limit, USUAL, 1, MOST);
        var turns = archive.turns(session, number("after", after, 0, 0, Integer.MAX_VALUE), most);
        return new Turns(
                turns.stream().map(TurnView::of).toList(),
                turns.size() < most ? null : turns.getLast().number());
    }

    private SessionId owned(@Nullable String apiKey, @Nullable String authorization, String id) {
        return desk.owned(SessionIds.of(id), keys.tenant(apiKey, authorization))
                .order()
                .sessionId();
    }

    private static int number(String name, @Nullable String text, int usual, int least, int most) {
        try {
            int number = text == null ? usual : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw Refused.question(new Violation(
                "field.range", name, String.valueOf(text), "a whole number from " + least + " to " + most, null));
    }

    /** A checked body. */
    private record Words(@Nullable String id, String text, boolean verbatim) {
        static Words read(byte[] body) {
            var fields = Fields.of(body);
            String id = fields.text("id", ViewerMessage.LONGEST_ID);
            String text = fields.text("text", ViewerMessage.LONGEST_TEXT);
            if (!fields.has("text")) {
                fields.missing("text", "text of 1 to " + ViewerMessage.LONGEST_TEXT + " characters");
            }
            boolean verbatim = fields.isTrue("verbatim");
            fields.check();
            return new Words(id, text == null ? "" : text, verbatim);
        }
    }
}
