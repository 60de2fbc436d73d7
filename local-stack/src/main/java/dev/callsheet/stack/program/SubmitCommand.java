package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.BatchWords;
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
import java.util.Optional;
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
        description =
                "Hands a request in (POST /v1/requests), or many as one batch (POST /v1/batches), and follows to the end.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    @Mixin
    private StateOption state = new StateOption();

    @Parameters(
            paramLabel = "FILE",
            description = "one request: .json; a batch: .csv (a catalogue), .jsonl (one a line), .json with a list")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            description =
                    "Idempotency-Key; the same key and file are one request (default: a new one for each call; for a"
                            + " batch one made from the file, so that a repeat sends nothing twice)")
    private @Nullable String key;

    @Option(names = "--minutes", description = "how long to follow (default: ${DEFAULT-VALUE})", defaultValue = "30")
    private int minutes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ports ports = state.running().places();
        byte[] content = read();
        Optional<BatchFile> batch = BatchFile.of(file, content);
        try (var web = new Web(House.API_KEY)) {
            var desk = new FrontDesk(web, ports);
            return batch.isPresent() ? many(desk, batch.get(), out) : one(desk, ports, content, out);
        }
    }

    private int many(FrontDesk desk, BatchFile batch, PrintWriter out) {
        JsonNode taken = desk.submitBatch(key == null ? batch.key() : key, batch.type(), batch.content());
        String id = taken.at("/batch/id").asText();
        out.println("batch " + id);
        taken.path("refused")
                .forEach(row -> out.printf(
                        "row %d (%s) refused: %s%n",
                        row.path("row").asInt(), row.path("name").asText(), Json.text(row.path("errors"))));
        out.flush();
        return new BatchRun(desk, out).follow(id, Duration.ofMinutes(minutes)) ? 0 : 1;
    }

    private int one(FrontDesk desk, Ports ports, byte[] content, PrintWriter out) {
        RequestId id = desk.submit(key == null ? "submit-" + Instant.now() : key, content);
        out.println("request " + id);
        Instant begin = Instant.now();
        StatusLine status = StatusLine.on(out);
        try (var _ = new GoesOn(out, "./callsheet show " + id)) {
            JsonNode end = new Follower(
                            desk,
                            id,
                            entry -> status.print("%7.1f s  %s"
                                    .formatted(
                                            Duration.between(begin, Instant.now())
                                                            .toMillis()
                                                    / 1000.0,
                                            HistoryLine.of(entry))),
                            request -> progress(desk, request, status))
                    .untilEnded(Duration.ofMinutes(minutes));
            status.clear();
            show(end, ports, out);
            return isGood(end) ? 0 : 1;
        }
    }

    /** What became several is shown as such. */
    private static void progress(FrontDesk desk, JsonNode request, StatusLine status) {
        if (request.at("/links/batch").isTextual()) {
            JsonNode batch = desk.batch(request.path("id").asText());
            status.show(BatchWords.share(batch), BatchWords.line(batch), BatchWords.time(batch, Instant.now()));
        } else {
            status.progress(request, Instant.now());
        }
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
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
            case "completed", "offered", "ended", "held" -> true;
            default -> false;
        };
    }
}
