package dev.callsheet.stack.traces.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.KafkaDoor;
import dev.callsheet.stack.door.Unanswered;
import dev.callsheet.stack.traces.SpanLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Puts requests through a running stack and holds each one's trace against its history. */
public final class TraceProof {
    private static final int AT_ONCE = 8;
    private static final Duration LOOK = Duration.ofMillis(400);
    /** After a request's end its last spans are still on their way. */
    private static final Duration LATE = Duration.ofSeconds(15);

    private final FrontDesk desk;
    private final Mix mix;
    private final Duration patience;
    private final Consumer<String> told;

    /**
     * @param run tells the requests of one run from those of another
     * @param patience for each request's end, from when all were handed in
     */
    public TraceProof(FrontDesk desk, KafkaDoor kafka, String run, Duration patience, Consumer<String> told) {
        this.desk = desk;
        this.mix = new Mix(desk, kafka, run);
        this.patience = patience;
        this.told = told;
    }

    /**
     * What came of it.
     *
     * @param whole how many have one whole trace
     * @param lacking what others lack, by request
     */
    public record Result(
            int asked, int whole, int spans, int takes, int retakes, Map<RequestId, List<String>> lacking) {}

    private record Seen(RequestId id, int spans, int takes, List<String> lacks) {}

    /** Returns when each has ended and was looked at. */
    public Result run(int requests) {
        List<RequestId> ids = each(requests, mix::ask);
        told.accept(requests + " requests are in the house");
        Instant until = Instant.now().plus(patience);
        List<Seen> seen = each(ids.size(), number -> look(ids.get(number), until));
        Map<RequestId, List<String>> lacking = new LinkedHashMap<>();
        seen.stream().filter(one -> !one.lacks().isEmpty()).forEach(one -> lacking.put(one.id(), one.lacks()));
        return new Result(
                requests,
                requests - lacking.size(),
                seen.stream().mapToInt(Seen::spans).sum(),
                seen.stream().mapToInt(Seen::takes).sum(),
                seen.stream().mapToInt(one -> Math.max(0, one.takes() - 1)).sum(),
                lacking);
    }

    private interface Work<T> {
        T of(int number);
    }

    private static <T> List<T> each(int number, Work<T> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int own = i;
                futures.add(threads.submit(() -> work.of(own)));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : futures) {
                done.add(future.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new StackFailure("it failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    private Seen look(RequestId id, Instant until) {
        JsonNode request = ended(id, until);
        Instant last = Instant.now().plus(LATE);
        while (true) {
            SpanLine[] spans = Json.read(Json.write(desk.trace(id.toString().replace("-", ""))), SpanLine[].class);
            List<String> lacks = Whole.lacks(request, Arrays.asList(spans));
            if (lacks.isEmpty() || Instant.now().isAfter(last)) {
                return new Seen(id, spans.length, request.path("takes").size(), lacks);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** An avatar's request has its end for now when its session is offered. */
    private JsonNode ended(RequestId id, Instant until) {
        while (true) {
            Optional<JsonNode> request = found(id);
            if (request.isPresent()
                    && (request.get().path("ended").asBoolean()
                            || request.get()
                                    .path("session")
                                    .path("state")
                                    .asText()
                                    .equals("offered"))) {
                return request.get();
            }
            if (Instant.now().isAfter(until)) {
                throw new StackFailure("request " + id + " has not ended: "
                        + request.map(found -> found.path("state").asText()).orElse("unknown"));
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** A busy machine answers late; it is asked again. */
    private Optional<JsonNode> found(RequestId id) {
        try {
            return desk.find(id);
        } catch (Unanswered e) {
            return Optional.empty();
        }
    }
}
