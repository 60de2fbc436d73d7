package dev.callsheet.avatar.inbound;

import static dev.callsheet.avatar.inbound.Calls.end;
import static dev.callsheet.avatar.inbound.Calls.post;
import static dev.callsheet.avatar.inbound.Calls.show;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import dev.callsheet.avatar.domain.LegPlan;
import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service with real Kafka and PostgreSQL; the provider is a fake at the wire. */
@QuarkusTest
@WithTestResource(
        value = RealPartsResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "kafka,postgres"),
            @ResourceArg(name = "schema", value = "avatar")
        })
@WithTestResource(FakeProviders.class)
class SessionsIT {
    private static final String BODY = "{\"avatarId\":\"" + Orders.AVATAR + "\"}";

    FakeLiveAvatar provider;

    @Inject
    SessionStore store;

    @Inject
    HttpClient http;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aConversationIsTimedSettledAndTold() {
        Response started = post("talk", BODY);
        String id = started.then()
                .statusCode(201)
                .body("media.kind", equalTo("whep"))
                .extract()
                .path("sessionId");

        try (var talk = Talk.join(http, started.path("turns"))) {
            talk.say("Hello?");
            var ended = talk.await("turn.ended", 1);
            assertThat(ended.path("interrupted").asBoolean()).isFalse();
            assertThat(ended.at("/timeline/firstFrameMs").asLong()).isPositive();
        }

        end(id).then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("ledgerMicros", equalTo(100_000))
                .body("turns.turn", equalTo(List.of(1)));
        end(id).then().statusCode(200).body("ledgerMicros", equalTo(100_000));
        given().header("X-API-Key", "demo-key").get("/v1/costs").then().statusCode(403);
        given().header("X-API-Key", "operator-key")
                .get("/v1/costs?tenant=demo")
                .then()
                .statusCode(200)
                .body("lines[0].settledMicros", greaterThanOrEqualTo(100_000));
        assertThat(provider.active).doesNotContain((String) show(id).path("providerId"));
        try (var facts = new FactLog(bootstrapServers)) {
            assertThat(facts.typesAbout(id, 3))
                    .containsExactly(
                            "dev.callsheet.session.started.v1",
                            "dev.callsheet.turn.ended.v1",
                            "dev.callsheet.session.ended.v1");
        }
    }

    @Test
    void newWordsSilenceTheOldAnswerForGood() {
        Response started = post("barge-in", BODY);
        provider.agentMessages.clear();

        try (var talk = Talk.join(http, started.path("turns"))) {
            talk.say("Tell me a long story.");
            talk.await("turn.speaking", 1);
            talk.say("Stop. Another question.");
            assertThat(talk.await("turn.ended", 1).path("interrupted").asBoolean())
                    .isTrue();
            assertThat(talk.await("turn.ended", 2).path("interrupted").asBoolean())
                    .isFalse();
        }

        var messages = provider.agentMessages;
        // The first interrupt clears the line when it opens; the last one is the barge-in.
        int silenced = messages.lastIndexOf("agent.interrupt ");
        assertThat(messages.subList(0, silenced)).anyMatch(message -> message.startsWith("agent.speak turn-1."));
        assertThat(messages.subList(silenced, messages.size()))
                .anyMatch(message -> message.startsWith("agent.speak turn-2."))
                .anyMatch(message -> message.startsWith("agent.speak_end turn-2."))
                .noneMatch(message -> message.contains(" turn-1."));
        end(started.path("sessionId"));
    }

    @Test
    void oneKeyStartsOneSessionHoweverOftenItIsSent() throws Exception {
        int before = provider.starts.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> post("once", BODY).statusCode())
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isIn(201, 409);
            }
        }

        assertThat(provider.starts.get()).isEqualTo(before + 1);
        post("once", "{\"avatarId\":\"another\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.other_body"));
        end(post("once", BODY).path("sessionId"));
    }

    @Test
    void aStartWhoseAnswerWasLostLeavesNoMeterRunning() {
        provider.fault = FakeLiveAvatar.Fault.LOST_ANSWER;

        post("lost", BODY).then().statusCode(503).body("code", equalTo("provider.unavailable"));

        var session =
                store.find(SessionId.of(RequestId.ofKey(Orders.DEMO, "lost"))).orElseThrow();
        assertThat(session).isInstanceOf(Session.Closed.class);
        assertThat(session.legs().settledMicros()).isEqualTo(100_000);
        assertThat(provider.active)
                .doesNotContain(session.legs().leg(1).orElseThrow().knownAs());
    }

    @Test
    void aRefusedStartCostsNothingAndSaysWhy() {
        post("no-uuid", "{\"avatarId\":\"anna\"}")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", equalTo("avatar_id: Input should be a valid UUID"));
    }

    @Test
    void whereThereIsNoSeatASessionWaitsAndItsViewersAreTold() {
        provider.fault = FakeLiveAvatar.Fault.BUSY;

        Response waiting = post("busy", BODY);
        waiting.then().statusCode(202).body("state", equalTo("waiting")).body("place", equalTo(1));
        try (var talk = Talk.join(http, waiting.path("turns"))) {
            talk.await("session.state");
            var hello = talk.await("session.hello");
            assertThat(hello.path("state").asText()).isEqualTo("live");
            assertThat(hello.at("/media/kind").asText()).isEqualTo("whep");
            assertThat(hello.path("disclosure").asText()).isNotBlank();
        }
        end(waiting.path("sessionId"));
    }

    @Test
    void aSessionThatNobodyFollowsEndsWithItsLease() {
        Response started = post("left", BODY);
        String id = started.path("sessionId");
        try (var talk = Talk.join(http, started.path("turns"))) {
            // Longer than the lease: answers to pings keep it.
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(7))
                    .until(() -> show(id).path("state").equals("live"));
            talk.say("Are you there?");
            talk.await("turn.started", 1);
        }

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> show(id).then().body("state", equalTo("closed")));
        show(id).then().body("reason", equalTo("LEASE_ENDED"));
        String providerId = show(id).path("providerId");
        assertThat(provider.active).doesNotContain(providerId);
        assertThat(provider.keptAlive).containsKey(providerId);
    }

    @Test
    void whatADeadProcessHadStartedIsStopped() {
        var order = Orders.order("orphan");
        var plan = new LegPlan(Duration.ofMinutes(1), 100_000);
        store.open(new Session.Requested(order).open(plan, Instant.now(), Duration.ofSeconds(1)), "", null);
        store.change(order.sessionId(), s -> s.prepared(1, "s-orphan"));
        provider.active.add("s-orphan");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(store.find(order.sessionId()).orElseThrow()).isInstanceOf(Session.Closed.class));
        assertThat(provider.active).doesNotContain("s-orphan");
    }

    @Test
    void aBrokenLineToTheAvatarIsOpenedAgainAndTheSentenceRepeated() {
        Response started = post("line", BODY);
        String id = started.path("sessionId");
        try (var talk = Talk.join(http, started.path("turns"))) {
            talk.say("Hello?");
            talk.await("turn.speaking", 1);
            provider.cutLine(show(id).path("providerId"));

            assertThat(talk.await("turn.ended", 1).path("interrupted").asBoolean())
                    .isFalse();
        }
        end(id);
    }

    @Test
    void anOfferFromTheRouterIsStartedByItsRequest() {
        var request = RequestId.ofKey(Orders.DEMO, "offered");
        String id = SessionId.of(request).toString();
        try (var router = new FakeRouter(bootstrapServers)) {
            router.assign(request, Orders.AVATAR);
            router.assign(request, Orders.AVATAR);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> show(id).then().statusCode(200).body("state", equalTo("requested")));

        given().header("X-API-Key", "demo-key")
                .contentType(ContentType.JSON)
                .body(Map.of("requestId", request.toString()))
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .body("sessionId", equalTo(id))
                .body("state", equalTo("live"));
        end(id).then().body("requestId", equalTo(request.toString()));
    }

    @Test
    void strangersAreTurnedAway() {
        Response started = post("strangers", BODY);
        String id = started.path("sessionId");
        String turns = started.path("turns");

        given().get("/v1/sessions/" + id).then().statusCode(401).body("code", equalTo("auth.missing"));
        given().header("X-API-Key", "wrong")
                .get("/v1/sessions/" + id)
                .then()
                .statusCode(401)
                .body("code", equalTo("auth.unknown_key"));
        try (var talk = Talk.join(http, turns.substring(0, turns.length() - 3) + "xyz")) {
            await().atMost(Duration.ofSeconds(5)).until(() -> talk.closeCode() == 4401);
        }
        end(id);
    }

    @Test
    void aWrongBodyIsRefusedFieldByField() {
        post("wrong", "{\"avatar\":\"x\",\"maxSeconds\":5}")
                .then()
                .statusCode(422)
                .body("code", equalTo("request.invalid"))
                .body("errors.field", hasItem("/avatar"))
                .body("errors.field", hasItem("/maxSeconds"));
        given().header("X-API-Key", "demo-key")
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/v1/sessions")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency.key"));
    }
}
