package dev.callsheet.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.stack.StackFailure;
import dev.callsheet.stack.door.Follower;
import dev.callsheet.stack.door.FrontDesk;
import dev.callsheet.stack.door.HistoryLine;
import dev.callsheet.stack.door.IdentityDesk;
import dev.callsheet.stack.door.KafkaDoor;
import dev.callsheet.stack.door.Web;
import dev.callsheet.stack.supervisor.House;
import dev.callsheet.stack.supervisor.Place;
import dev.callsheet.stack.supervisor.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Plays all three scenarios on a running stack: clips by both doors, then a live session. */
public final class Demo {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String SOURCE = "/demo";

    private final Ports ports;
    private final Screenplay screenplay;
    private final long run;
    private final Consumer<String> progress;

    /**
     * @param examples where the example requests are
     * @param run counts the runs on this state: each has ids of its own, derived from it
     */
    public Demo(Ports ports, Path examples, long run, Consumer<String> progress) {
        this.ports = ports;
        this.screenplay = new Screenplay(examples);
        this.run = run;
        this.progress = progress;
    }

    /** Returns when everything has ended. @throws StackFailure if a scenario cannot be played to its end */
    public DemoReport play() {
        List<String> skipped = new ArrayList<>();
        try (var web = new Web(House.API_KEY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var desk = new FrontDesk(web, ports);
            var identity = new IdentityDesk(web, ports);
            JsonNode character = new CharacterScene(identity, progress).play(screenplay.character());
            List<Asked> asked = ask(desk);
            // A conversation waits for no render: it is held while the clips are made.
            CompletableFuture<SessionResult> session = CompletableFuture.supplyAsync(
                    () -> new LiveScene(desk, web, ports, progress).play(key("session"), skipped), threads);
            List<RequestResult> requests = clips(desk, asked, new Inspection(desk, web), threads);
            SessionResult talked = join(session);
            JsonNode campaign = new CampaignScene(identity).play(Screenplay.campaign(run), measured(requests));
            return new DemoReport(character, requests, List.of(talked), campaign, skipped);
        }
    }

    /** How many takes a campaign of these counts. */
    private static int measured(List<RequestResult> requests) {
        return requests.stream()
                .filter(result -> result.asked().scenario().equals("r2v"))
                .mapToInt(result -> result.seen().path("takes").size())
                .sum();
    }

    private List<RequestResult> clips(
            FrontDesk desk, List<Asked> asked, Inspection inspection, ExecutorService threads) {
        List<CompletableFuture<RequestResult>> results = asked.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> result(desk, one, inspection), threads))
                .toList();
        return results.stream().map(Demo::join).toList();
    }

    private RequestResult result(FrontDesk desk, Asked asked, Inspection inspection) {
        try {
            return inspection.of(asked, follow(desk, asked));
        } catch (StackFailure e) {
            JsonNode seen = Json.mapper().createObjectNode();
            return new RequestResult(asked, seen, 0, 0, List.of(), List.of(e.getMessage()));
        }
    }

    private List<Asked> ask(FrontDesk desk) {
        List<Asked> asked = new ArrayList<>();
        asked.add(askByKafka());
        List<byte[]> bound = screenplay.bound(run);
        for (int i = 0; i < bound.size(); i++) {
            var id = desk.submit(key("bound-" + i), bound.get(i));
            asked.add(new Asked(id, "r2v", "rest", "character named, scene " + (i + 1)));
        }
        asked.add(new Asked(
                desk.submit(key("unbound"), screenplay.unbound(run)), "r2v", "rest", "same character, not named"));
        asked.forEach(one -> progress.accept("%s  asked by %s: %s".formatted(shortId(one), one.door(), one.label())));
        return asked;
    }

    private Asked askByKafka() {
        var door = new KafkaDoor("127.0.0.1:" + ports.of(Place.KAFKA), new TenantId(House.TENANT));
        var event = new CloudEvent(
                key("frames"), SOURCE, VideoRequest.TYPE, null, Instant.now(), Map.of(), screenplay.frames());
        String trace = DerivedId.of("trace", event.id(), Instant.now().toString())
                .toString()
                .replace("-", "");
        String traceparent = "00-" + trace + "-" + trace.substring(16) + "-01";
        return new Asked(door.send(event, traceparent), "i2v", "kafka", "two photographs set in motion");
    }

    private JsonNode follow(FrontDesk desk, Asked asked) {
        return new Follower(
                        desk,
                        asked.id(),
                        entry -> progress.accept("%s  %s".formatted(shortId(asked), HistoryLine.of(entry))))
                .untilEnded(LIMIT);
    }

    private String key(String what) {
        return "demo-" + run + "-" + what;
    }

    private static String shortId(Asked asked) {
        return asked.id().toString().substring(0, 8);
    }

    private static <T> T join(CompletableFuture<T> end) {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : new StackFailure("the demo broke", e);
        }
    }
}
