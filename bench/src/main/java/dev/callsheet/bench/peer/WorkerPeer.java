package dev.callsheet.bench.peer;

import dev.callsheet.render.RenderLine;
import dev.callsheet.render.outbound.gmi.GmiQueue;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A worker with the house's own adapter to the provider's queue, over TLS. */
public final class WorkerPeer {
    private WorkerPeer() {}

    /** What it says of itself, each second. @param heap used, in bytes, garbage included */
    public record State(int held, long heap) {}

    /**
     * Runs until it is ended.
     *
     * @param arguments address of the tables, of the queue, name, slots, poll interval in ms, lease in ms, file for
     *     what it says of itself
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException, ExecutionException {
        Logger.getLogger("").setLevel(Level.WARNING);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var provider = new GmiQueue(
                http,
                arguments[1],
                "bench-key",
                Duration.ofSeconds(30),
                OpenTelemetry.noop().getTracer("bench"));
        var setting = new Lines.Setting(
                arguments[2],
                Duration.ofMillis(Long.parseLong(arguments[5])),
                Duration.ofMillis(250),
                Duration.ofMillis(Long.parseLong(arguments[4])),
                Integer.parseInt(arguments[3]),
                64,
                16);
        RenderLine line = Lines.line(setting, Pool.open(arguments[0], 16), provider, http, () -> {});
        line.start();
        Path file = Path.of(arguments[6]);
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> note(file, line), 0, 1, TimeUnit.SECONDS)
                    .get();
        }
    }

    private static void note(Path file, RenderLine line) {
        Runtime runtime = Runtime.getRuntime();
        try {
            Notes.write(file, new State(line.engine().held(), runtime.totalMemory() - runtime.freeMemory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
