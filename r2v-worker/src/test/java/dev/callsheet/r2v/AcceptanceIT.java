package dev.callsheet.r2v;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.testkit.Corridor;
import dev.callsheet.render.testkit.QueueOnLoopback;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which clip a request ends with: by measurement, by a person's word, through the real topics and tables. */
@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "schema", value = "r2v"))
@WithTestResource(QueueOnLoopback.class)
class AcceptanceIT {
    private static final double PASSES = 0.55;
    private static final int MOST_TAKES = 4;
    private static final int REQUESTS = 24;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Corridor corridor;

    @BeforeEach
    void listen() {
        corridor = new Corridor(
                bootstrapServers,
                Topics.FACTS,
                Topics.WORK_SCORING,
                Topics.deadLetters(Topics.control(Corridor.TENANT)));
    }

    @AfterEach
    void hangUp() {
        corridor.close();
    }

    @Test
    void aPersonsWordWinsOverTheMachineAndIsToldWithItsVerdict() throws Exception {
        RequestId id = corridor.assign(Route.R2V, "held", request("held", 2, ",'acceptance':{'hold':true}"));
        awaitScoring(id, 1);
        score(id, 1, "REVIEW");
        soon(() -> assertThat(corridor.facts(id)).last().isInstanceOf(Fact.RequestHeld.class));

        say(id, Control.Reject.TYPE, new Control.Reject(id, null, "eva", "not her chin"), "no");
        awaitScoring(id, 2);
        score(id, 2, "FAIL");
        soon(() -> assertThat(corridor.facts(id))
                .last()
                .isInstanceOfSatisfying(
                        Fact.RequestHeld.class,
                        held -> assertThat(held.takeId()).isEqualTo(TakeId.of(id, 2))));
        say(id, Control.Approve.TYPE, new Control.Approve(id, TakeId.of(id, 3), "eva", null), "which?");
        say(id, Control.Approve.TYPE, new Control.Approve(id, TakeId.of(id, 2), "eva", null), "yes");

        soon(() -> assertThat(corridor.facts(id))
                .last()
                .isInstanceOfSatisfying(Fact.RequestCompleted.class, completed -> {
                    assertThat(completed.takeId()).isEqualTo(TakeId.of(id, 2));
                    assertThat(completed.verdict()).isEqualTo("FAIL");
                    assertThat(completed.ruling()).isEqualTo(Ruling.Word.APPROVED);
                    assertThat(completed.settledMicros()).isEqualTo(600_000);
                }));
        assertThat(corridor.facts(id).stream()
                        .filter(Fact.ClipRuled.class::isInstance)
                        .map(Fact.ClipRuled.class::cast))
                .extracting(ruled -> ruled.ruling().word() + " over " + ruled.verdict())
                .containsExactly("REJECTED over REVIEW", "APPROVED over FAIL");
        assertThat(scorings(id)).extracting(Work.Scoring::attempt).containsExactly(1, 2);
        assertThat(types(Topics.WORK_SCORING)).contains(Work.Ruled.TYPE);
        soon(() -> assertThat(corridor.headers(Topics.deadLetters(Topics.control(Corridor.TENANT))))
                .singleElement()
                .satisfies(headers -> assertThat(headers.values()).contains("control.clip")));
    }

    /**
     * Every clip passes or not by the seed that it was really rendered with, as at the twin, whose drift hangs on the seed
     * too: so what must come out is known before, request by request.
     */
    @Test
    void realTakesFollowTheGeometricLaw() throws Exception {
        List<RequestId> ids = IntStream.range(0, REQUESTS)
                .mapToObj(i -> RequestId.ofKey(Corridor.TENANT, "law-" + i))
                .toList();
        for (int i = 0; i < REQUESTS; i++) {
            corridor.assign(Route.R2V, "law-" + i, request("law-" + i, MOST_TAKES, ""));
        }
        Set<TakeId> measured = new HashSet<>();
        soon(() -> {
            for (Work.Scoring scoring : corridor.scorings()) {
                if (ids.contains(scoring.requestId()) && measured.add(scoring.takeId())) {
                    int attempt = scoring.attempt() == null ? 0 : scoring.attempt();
                    score(scoring.requestId(), attempt, passes(scoring.takeId()) ? "PASS" : "FAIL");
                }
            }
            assertThat(completed(ids)).hasSize(REQUESTS);
        });

        int takes = 0;
        int accepted = 0;
        for (Fact.RequestCompleted completed : completed(ids)) {
            RequestId id = completed.requestId();
            int first = IntStream.rangeClosed(1, MOST_TAKES)
                    .filter(attempt -> passes(TakeId.of(id, attempt)))
                    .findFirst()
                    .orElse(MOST_TAKES + 1);
            assertThat(completed.takes()).isEqualTo(Math.min(first, MOST_TAKES));
            assertThat(completed.settledMicros()).isEqualTo(completed.takes() * 300_000L);
            assertThat(completed.verdict()).isEqualTo(first <= MOST_TAKES ? "PASS" : "FAIL");
            takes += completed.takes();
            accepted += first <= MOST_TAKES ? 1 : 0;
        }
        assertThat(seeds("Image 1 plays law-")).hasSize(takes);
        double miss = Math.pow(1 - PASSES, MOST_TAKES);
        assertThat(takes / (double) REQUESTS).isCloseTo((1 - miss) / PASSES, within(0.4));
        assertThat(accepted / (double) REQUESTS).isCloseTo(1 - miss, within(0.1));
    }

    private List<Fact.RequestCompleted> completed(List<RequestId> ids) {
        return corridor.facts().stream()
                .filter(Fact.RequestCompleted.class::isInstance)
                .map(Fact.RequestCompleted.class::cast)
                .filter(completed -> ids.contains(completed.requestId()))
                .toList();
    }

    /** The seed of a take is made of its id (Seed). */
    private static boolean passes(TakeId take) {
        long seed = take.value().getLeastSignificantBits() & 0x7fff_ffffL;
        return new SplittableRandom(seed).nextDouble() < PASSES;
    }

    private static Set<Long> seeds(String prompt) {
        Set<Long> seeds = new HashSet<>();
        for (JsonNode job : QueueOnLoopback.JOBS.values()) {
            if (job.path("prompt").asText().startsWith(prompt)) {
                seeds.add(job.path("seed").asLong());
            }
        }
        return seeds;
    }

    private static String request(String name, int maxTakes, String more) {
        return """
                {'prompt':'@{mia} plays %s','maxTakes':%d,'campaign':'spring','output':{'resolution':'720P','seconds':3}%s,
                 'media':[{'role':'reference','uri':'https://faces.example.com/1.png','character':'mia','kind':'human'}]}""".formatted(name, maxTakes, more);
    }

    private void say(RequestId id, String type, Control control, String event) throws Exception {
        corridor.send(
                Topics.control(Corridor.TENANT),
                id,
                new CloudEvent(event, "test", type, null, Instant.EPOCH, Map.of(), Json.write(control)));
    }

    private void awaitScoring(RequestId id, int count) {
        soon(() -> assertThat(scorings(id)).hasSize(count));
    }

    private List<Work.Scoring> scorings(RequestId id) {
        return corridor.scorings().stream()
                .filter(scoring -> scoring.requestId().equals(id))
                .toList();
    }

    private List<String> types(String topic) {
        return corridor.headers(topic).stream()
                .map(headers -> headers.get("ce_type"))
                .toList();
    }

    private void score(RequestId id, int attempt, String verdict) throws Exception {
        var score = new Fact.Score(verdict, "rule", 0.5, 0.5, 0.604, "first", "s3://callsheet/report.json", null);
        Fact fact = new Fact.ClipScored(id, TakeId.of(id, attempt), Corridor.TENANT, score);
        corridor.send(Topics.FACTS, id, fact.event("test", Instant.EPOCH));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
