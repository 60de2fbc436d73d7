package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.Follower;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.HistoryLine;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "submit",
        description = "Hands a request in (POST /v1/requests) and follows it to its end.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(paramLabel = "FILE", description = "the request as JSON, as examples/i2v.json")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            description = "Idempotency-Key; the same key and file are one request (default: a new one for each call)")
    private @Nullable String key;

    @Option(names = "--minutes", description = "how long to follow (default: ${DEFAULT-VALUE})", defaultValue = "30")
    private int minutes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ports ports = state.running().places();
        try (var web = new Web(House.API_KEY)) {
            var desk = new FrontDesk(web, ports);
            String named = key == null ? "submit-" + Instant.now() : key;
            RequestId id = desk.submit(named, read());
            out.println("request " + id);
            Instant begin = Instant.now();
            JsonNode end = new Follower(desk, id, entry -> {
                        out.printf(
                                "%7.1f s  %s%n",
                                Duration.between(begin, Instant.now()).toMillis() / 1000.0, HistoryLine.of(entry));
                        out.flush();
                    })
                    .untilEnded(Duration.ofMinutes(minutes));
            show(end, ports, out);
            return isGood(end) ? 0 : 1;
        }
    }

    private byte[] read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Json.read(bytes);
            return bytes;
        } catch (IOException e) {
            throw new StackFailure(file + " cannot be read", e);
        }
    }

    private static void show(JsonNode end, Ports ports, PrintWriter out) {
        if (end.path("state").asText().equals("offered")) {
            out.println("start and see it: " + ports.url(Place.REQUEST_API)
                    + end.path("session").path("page").asText());
            return;
        }
        JsonNode clip = end.path("clip");
        if (clip.isObject()) {
            out.println("clip    " + clip.path("uri").asText());
            out.println("link    " + clip.path("link").asText());
        }
        out.println("more    ./callsheet show " + end.path("id").asText());
    }

    private static boolean isGood(JsonNode end) {
        return switch (end.path("state").asText()) {
            case "completed", "offered", "ended" -> true;
            default -> false;
        };
    }
}
