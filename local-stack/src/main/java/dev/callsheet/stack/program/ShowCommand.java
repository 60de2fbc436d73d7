package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.Evidence;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.HistoryLine;
import dev.callsheet.stack.door.IdentityWords;
import dev.callsheet.stack.door.Unanswered;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.operators.StoryLines;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.traces.TraceTree;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description =
                "Shows a request's history, its takes with their money, and its trace; or a live session's turns.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "ID", description = "of a request, from either door, or of a session")
    private String id = "";

    @Option(names = "--save", paramLabel = "DIR", description = "fetches the evidence of each take into this folder")
    private @Nullable Path save;

    @Option(names = "--json", description = "the request with its history and its trace, or the session, as one line")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (var web = new Web(House.API_KEY)) {
            var desk = new FrontDesk(web, state.running().places());
            Optional<JsonNode> request = desk.find(requestId());
            if (request.isPresent() && json) {
                ObjectNode both = Json.mapper().createObjectNode();
                both.set("request", request.get());
                both.set("trace", desk.waterfall(requestId()));
                out.println(Json.text(both));
                return 0;
            }
            if (request.isPresent()) {
                showRequest(request.get(), out);
                showEvidence(request.get(), web, out);
                showTakes(
                        new Workers(web.as(House.OPERATOR_KEY), state.running().places()), out);
                new TraceTree(desk.waterfall(requestId())).lines().forEach(out::println);
                return 0;
            }
            JsonNode session =
                    desk.session(id).orElseThrow(() -> new StackFailure("no request and no session has the id " + id));
            if (json) {
                out.println(Json.text(session));
            } else {
                showSession(session, out);
            }
            return 0;
        }
    }

    private RequestId requestId() {
        try {
            return RequestId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new StackFailure("ID: found '" + id + "'; expected a UUID");
        }
    }

    private static void showRequest(JsonNode request, PrintWriter out) {
        out.println("request " + request.path("id").asText() + " of "
                + request.path("tenant").asText() + ", by "
                + request.path("door").asText("?") + ": "
                + request.path("state").asText());
        // The front desk keeps the order of arrival; people read the order of events.
        StreamSupport.stream(request.path("history").spliterator(), false)
                .sorted(Comparator.comparing(
                        entry -> Instant.parse(entry.path("time").asText())))
                .forEach(entry -> out.printf("  %-27s  %s%n", entry.path("time").asText(), HistoryLine.of(entry)));
        JsonNode clip = request.path("clip");
        if (clip.isObject()) {
            out.println("clip    " + clip.path("uri").asText());
            out.println("link    " + clip.path("link").asText());
        }
        out.println("settled "
                + HistoryLine.dollars(
                        request.path("ledger").path("settledMicros").asLong()));
    }

    /** What was measured of each take, and where it can be looked at. */
    private void showEvidence(JsonNode request, Web web, PrintWriter out) {
        for (JsonNode take : request.path("takes")) {
            JsonNode score = take.path("score");
            if (score.isObject()) {
                var evidence = Evidence.of(score);
                out.println("take " + take.path("attempt").asInt() + "  "
                        + score.at("/measured/verdict").asText());
                score.at("/measured/characters").forEach(one -> out.println("  " + character(one)));
                List<String> lines = save == null
                        ? evidence.lines()
                        : evidence.save(
                                        web,
                                        save.resolve(
                                                "take-" + take.path("attempt").asInt()))
                                .lines();
                lines.forEach(line -> out.println("  " + line));
            }
        }
    }

    private static String character(JsonNode one) {
        return IdentityWords.of(Json.read(Json.write(one), Fact.CharacterScore.class));
    }

    /** The workers' own books: every change with its cause, its money and the provider's job. */
    private void showTakes(Workers workers, PrintWriter out) {
        for (Place worker : Workers.ALL) {
            try {
                JsonNode takes = workers.get(worker, "/v1/takes/" + id, Map.of());
                new StoryLines(worker.label(), takes).lines().forEach(out::println);
            } catch (Unanswered e) {
                out.println("takes   " + worker.label() + " does not answer");
            }
        }
    }

    private static void showSession(JsonNode session, PrintWriter out) {
        out.println("session " + session.path("sessionId").asText() + ": "
                + session.path("state").asText());
        for (JsonNode turn : session.path("turns")) {
            JsonNode line = turn.path("timeline");
            out.printf(
                    "  turn %d%s: first token %s ms, first audio %s ms, first frame %s ms%n",
                    turn.path("turn").asInt(),
                    turn.path("interrupted").asBoolean() ? " (interrupted)" : "",
                    line.path("firstTokenMs").asText("-"),
                    line.path("firstAudioMs").asText("-"),
                    line.path("firstFrameMs").asText("-"));
        }
        out.println(
                "settled " + HistoryLine.dollars(session.path("ledgerMicros").asLong()));
    }
}
