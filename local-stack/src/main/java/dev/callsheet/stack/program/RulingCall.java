package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.HistoryLine;
import dev.callsheet.stack.door.IdentityDesk;
import dev.callsheet.stack.door.Patience;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Ports;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person's word on a clip, which wins over the machine's verdict. */
abstract class RulingCall implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "REQUEST", description = "the request's id")
    private String id = "";

    @Option(names = "--take", paramLabel = "N", description = "which take, from 1 (default: the last finished one)")
    private @Nullable Integer take;

    @Option(names = "--by", paramLabel = "WHO", description = "who says it; kept with the ruling")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", description = "kept with the ruling")
    private @Nullable String reason;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** {@code approval} or {@code rejection}. */
    abstract String way();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ports ports = state.running().places();
        try (var web = new Web(House.API_KEY)) {
            var desk = new FrontDesk(web, ports);
            RequestId request = requestId();
            JsonNode taken = new IdentityDesk(web, ports).rule(request, way(), take, by, reason);
            JsonNode after = ruled(
                    desk,
                    request,
                    taken.path("take").asText(),
                    taken.path("word").asText());
            rulings(after).forEach(entry -> out.println("  " + HistoryLine.of(entry)));
            out.println("request " + request + ": " + after.path("state").asText());
            out.flush();
            return 0;
        }
    }

    /** The request once the worker has taken the word; the same word said again is taken already. */
    private static JsonNode ruled(FrontDesk desk, RequestId request, String takeId, String word) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            JsonNode now = desk.find(request).orElseThrow(() -> new StackFailure("no request has the id " + request));
            boolean taken = now.path("takes")
                    .valueStream()
                    .anyMatch(each -> each.path("id").asText().equals(takeId)
                            && each.at("/ruling/word").asText().equals(word));
            if (taken) {
                return now;
            }
            Patience.rest();
        }
        throw new StackFailure("the word was sent and nobody has taken it within " + LIMIT.toSeconds()
                + " s; look again with: ./callsheet show " + request);
    }

    private static List<JsonNode> rulings(JsonNode request) {
        String type = FactTypes.typeOf(Fact.ClipRuled.class);
        return request.path("history")
                .valueStream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .toList();
    }

    private RequestId requestId() {
        try {
            return RequestId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new StackFailure("REQUEST: found '" + id + "'; expected a UUID");
        }
    }
}
