package dev.callsheet.bench.renders;

import dev.callsheet.bench.load.Closed;
import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.PollPeer;
import dev.callsheet.bench.report.Figures;
import dev.callsheet.contracts.Json;
import dev.callsheet.stack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads of jobs through the adapter to the provider's queue, 64 at once, over each kind of connection. */
final class Polling {
    static final String POLLS = "polls/s";
    static final String CPU = "CPU us/poll";
    private static final int AT_ONCE = 64;
    private static final int JOBS = 10_000;

    /** How the same reads go over the wire. */
    enum Way {
        MULTIPLEXED("polls, HTTP/2, one connection", HttpClient.Version.HTTP_2, ""),
        KEPT("polls, HTTP/1.1, kept connections", HttpClient.Version.HTTP_1_1, ""),
        FRESH("polls, HTTP/1.1, a connection each", HttpClient.Version.HTTP_1_1, "/closing");

        private final String label;
        private final HttpClient.Version version;
        private final String path;

        Way(String label, HttpClient.Version version, String path) {
            this.label = label;
            this.version = version;
            this.path = path;
        }

        String label() {
            return label;
        }
    }

    private final Programs programs;
    private final Certificate certificate;
    private final Size size;
    private final Figures figures;

    Polling(Programs programs, Certificate certificate, Size size, Figures figures) {
        this.programs = programs;
        this.certificate = certificate;
        this.size = size;
        this.figures = figures;
    }

    void run(Way way, int round) throws InterruptedException {
        String name = "polls-" + way.name().toLowerCase(java.util.Locale.ROOT) + "-" + round;
        Path result = programs.folder().resolve(name + ".json");
        try (Provider provider = Provider.start(programs, certificate, "provider-of-" + name, JOBS);
                Program program = programs.peer(
                        name,
                        certificate.trusted(),
                        PollPeer.class,
                        provider.queue(way.path),
                        way.version.name(),
                        Integer.toString(AT_ONCE),
                        Integer.toString(JOBS),
                        Integer.toString(size.seconds()),
                        Integer.toString(size.seconds()),
                        result.toString())) {
            if (!program.ended(Duration.ofSeconds(60L + 2L * size.seconds()))) {
                throw new StackFailure(name + " has failed");
            }
            Closed seen = Json.read(Files.readAllBytes(result), Closed.class);
            figures.add(way.label(), POLLS, seen.perSecond());
            figures.add(way.label(), CPU, seen.cpuMicros());
            figures.add(way.label(), "p50 ms", seen.p50Millis());
            figures.add(way.label(), "p99 ms", seen.p99Millis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
