package dev.callsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One stack on free ports, everything over it; the last test kills its supervisor. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorridorE2E {
    private static final TenantId DEMO = new TenantId("demo");
    private static final List<String> SERVICES = List.of(
            "request-api",
            "scenario-router",
            "i2v-worker",
            "r2v-worker",
            "avatar-session-service",
            "consistency-scorer");
    private static final String STILL = """
            {"prompt":"slow zoom","media":[{"role":"firstFrame","type":"image",
             "uri":"s3://callsheet/tenant/demo/media/first-frame.jpg"}],
             "output":{"kind":"file","resolution":"720P","seconds":2}}""";

    @TempDir
    static Path state;

    private static Script script = Script.withState(Path.of(""));
    private static House house = House.in(Path.of(""));

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        script = Script.withState(state);
        house = House.in(state);
        Script.Outcome outcome = script.run("up", "--ports-from", "free");
        assertThat(outcome.code()).as(outcome.words()).isZero();
    }

    @AfterAll
    static void down() throws IOException, InterruptedException {
        script.run("down");
    }

    @Test
    @Order(1)
    void theDemoPlaysAllThreeScenariosAndTheLedgerEqualsTheBill() throws IOException, InterruptedException {
        Path report = state.resolve("demo.json");

        Script.Outcome outcome = script.run("demo", "--json", report.toString());

        assertThat(outcome.code()).as(outcome.words()).isZero();
        JsonNode demo = Json.read(Files.readAllBytes(report));
        assertThat(demo.get("ok").asBoolean()).isTrue();
        assertThat(demo.get("requests").findValuesAsText("door")).contains("kafka", "rest");
        assertThat(demo.get("requests").findValuesAsText("route")).contains("i2v", "r2v");
        assertThat(demo.get("requests")).allSatisfy(request -> {
            assertThat(request.get("ledgerMicros").asLong()).isPositive();
            assertThat(request.get("journalMicros")).isEqualTo(request.get("ledgerMicros"));
            assertThat(request.at("/clip/sha256").asText()).hasSize(64);
        });
        assertThat(demo.at("/sessions/0/turns").findValuesAsText("interrupted"))
                .containsExactly("false", "true", "false");
    }

    @Test
    @Order(2)
    void requestsOfAllKindsHaveOneWholeTraceEach() throws IOException, InterruptedException {
        Script.Outcome outcome = script.run("traces", "--requests", "20");

        assertThat(outcome.code()).as(outcome.words()).isZero();
        assertThat(outcome.words()).contains("20 of 20 requests have one whole trace", ", 1 of them retakes");
    }

    @Test
    @Order(2)
    void aSecondUpSaysThatItRunsAlready() throws IOException, InterruptedException {
        Script.Outcome outcome = script.run("up");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.words()).contains("runs already");
    }

    @Test
    @Order(3)
    void aBadFieldIsToldWithWhatWasFoundAndWhatIsAllowed() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                house.post("bad-field", "{\"media\":[{\"role\":\"frame\",\"uri\":\"https://a.example/x.jpg\"}]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/media/0/role", "frame", "firstFrame");
    }

    @Test
    @Order(4)
    void anUnreadableRecordIsPutAsideAndTheNextOnePasses() throws Exception {
        var partner = new PartnerTopics(house.brokers());
        String topic = Topics.requests(DEMO);

        partner.send(topic, "not an event".getBytes(StandardCharsets.UTF_8), Map.of());
        partner.request(topic, "/e2e", "after-poison", "{\"prompt\":\"a lion in the desert\"}");

        RequestId next = RequestId.ofEvent(DEMO, "/e2e", "after-poison");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(house.get("request-api", "/v1/requests/" + next)
                                .path("state")
                                .asText())
                        .isEqualToIgnoringCase("rejected"));
        assertThat(partner.all(Topics.deadLetters(topic))).anySatisfy(letter -> {
            assertThat(letter.value()).isEqualTo("not an event".getBytes(StandardCharsets.UTF_8));
            assertThat(letter.headers().lastHeader("dlq-code")).isNotNull();
            assertThat(letter.headers().lastHeader("dlq-reason")).isNotNull();
        });
    }

    @Test
    @Order(5)
    void anExampleInStructuredModeBecomesAClipWhoseTraceIsShown() throws Exception {
        byte[] example = Files.readAllBytes(script.root().resolve("examples/kafka/i2v.event.json"));
        byte[] structured = "application/cloudevents+json".getBytes(StandardCharsets.UTF_8);

        new PartnerTopics(house.brokers()).send(Topics.requests(DEMO), example, Map.of("content-type", structured));

        RequestId id = RequestId.ofEvent(DEMO, "/partner/example", "window-push-in-1");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode request = house.get("request-api", "/v1/requests/" + id);
            assertThat(request.path("state").asText()).isEqualTo("completed");
            assertThat(request.path("door").asText()).isEqualTo("kafka");
        });
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                script.run("show", id.toString()).words())
                        .contains("routed to i2v", "clip.mp4", "scenario-router", "i2v-worker", "fetch and store"));
    }

    @Test
    @Order(6)
    void aWorkerKilledDuringARenderPaysOnce() throws IOException, InterruptedException {
        String id = Json.read(house.post("killed-worker", STILL).body().getBytes(StandardCharsets.UTF_8))
                .get("id")
                .asText();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jobs(id)).isNotEmpty());

        assertThat(script.run("kill", "i2v-worker").code()).isZero();

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(house.get("request-api", "/v1/requests/" + id)
                                .path("state")
                                .asText())
                        .isEqualToIgnoringCase("completed"));
        assertThat(jobs(id)).hasSize(1);
        assertThat(charges(id)).isEqualTo(200_000);
    }

    @Test
    @Order(7)
    void everyMetricThatABoardOrAnAlertNamesIsExported() throws IOException, InterruptedException {
        // What is left under a cap can be told only where there is one, and a repeat only where one came.
        house.post("killed-worker", STILL);
        script.run("cap", "--tenant", "demo", "--usd", "500");
        WantedMetrics wanted = WantedMetrics.in(script.root());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(wanted.missing(Samples.of(house, SERVICES))).isEmpty());
    }

    @Test
    @Order(8)
    void aBrowserSeesTheAvatarSpeakAndInterruptsIt() throws IOException, InterruptedException {
        browse("live.mjs", "/live/");
    }

    @Test
    @Order(9)
    void aPersonPlansSendsAndPlaysAClipInTheConsole() throws IOException, InterruptedException {
        browse("console.mjs", "/console/", "--short");
    }

    @Test
    @Order(10)
    void noLogTellsAPromptOrAKey() throws IOException, InterruptedException {
        Set<String> prompts = ServiceLogs.prompts(house);
        ServiceLogs logs = ServiceLogs.of(house.state(), SERVICES);

        assertThat(prompts).hasSizeGreaterThan(2);
        assertThat(logs.telling(prompts)).isEmpty();
        assertThat(logs.with("timestamp", "level", "logger", "message", "service", "traceId", "requestId", "takeId"))
                .isPositive();
    }

    @Test
    @Order(11)
    void afterTheSupervisorIsKilledDownLeavesNoProcess() throws IOException, InterruptedException {
        List<Long> processes = StreamSupport.stream(
                        house.record().get("processes").spliterator(), false)
                .map(process -> process.get("pid").asLong())
                .toList();
        ProcessHandle.of(house.pid("supervisor")).orElseThrow().destroyForcibly();

        assertThat(script.run("down").code()).isZero();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(processes)
                        .noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
    }

    /** What the twin would have charged for a request, in micros. */
    private static long charges(String request) throws IOException, InterruptedException {
        long micros = 0;
        for (String job : jobs(request)) {
            for (JsonNode charge : house.get("provider-twin", "/twin/journal?id=" + job)) {
                micros += charge.get("micros").asLong();
            }
        }
        return micros;
    }

    /** The provider's ids of all that was ever submitted for a request. */
    private static List<String> jobs(String request) throws IOException, InterruptedException {
        return StreamSupport.stream(
                        house.get("i2v-worker", "/v1/takes/" + request).spliterator(), false)
                .flatMap(take -> StreamSupport.stream(take.get("providerIds").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    /** Runs a script that drives a page of request-api in a real browser; it exits with 0 if all held. */
    private static void browse(String name, String page, String... more) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is missing: apt-get install chromium");
        Path browser = script.root().resolve("e2e/browser");
        if (!Files.isDirectory(browser.resolve("node_modules"))) {
            assertThat(node(browser, "npm", "ci", "--ignore-scripts").waitFor()).isZero();
        }
        List<String> command = new ArrayList<>(List.of(
                "node", name, "--url", "http://127.0.0.1:" + house.port("request-api") + page, "--key", House.API_KEY));
        command.addAll(List.of(more));

        Process seen = node(browser, command.toArray(String[]::new));
        String words = new String(seen.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(seen.waitFor()).as(words).isZero();
    }

    private static Process node(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
