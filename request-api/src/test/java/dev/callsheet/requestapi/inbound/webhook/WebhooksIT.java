package dev.callsheet.requestapi.inbound.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.inbound.Corridor;
import dev.callsheet.requestapi.inbound.TestKeys;
import dev.callsheet.requestapi.outbound.webhook.Bell;
import dev.callsheet.requestapi.outbound.webhook.Seal;
import dev.callsheet.requestapi.outbound.webhook.SendQueue;
import dev.callsheet.requestapi.outbound.webhook.WebhookSettings;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka,postgres"))
@WithTestResource(TestKeys.class)
class WebhooksIT {
    private static final TenantId DEMO = new TenantId("demo");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "test.key.operators")
    String operators;

    @ConfigProperty(name = "test.key.reader")
    String reader;

    @Inject
    MovedTime time;

    @Inject
    DataSource dataSource;

    @Inject
    SendQueue queue;

    @Inject
    Attempts attempts;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    @Inject
    WebhookSettings settings;

    private Corridor corridor;
    private Receiver receiver;
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage() + " " + java.util.Arrays.toString(entry.getParameters()) + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void open() {
        time.backToNow();
        corridor = new Corridor(bootstrapServers);
        receiver = new Receiver();
        listening.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listening);
    }

    @AfterEach
    void hangUp() {
        Logger.getLogger("").removeHandler(listening);
        List<String> all = caller().get("/v1/webhooks").then().extract().path("webhooks.id");
        all.forEach(id -> caller().delete("/v1/webhooks/" + id).then().statusCode(204));
        corridor.close();
        receiver.close();
    }

    @Test
    void aFactGoesSignedToThoseWhoChoseItAndToNobodyElse() throws Exception {
        Response made = register("chosen", "\"types\":[\"request.completed\",\"take.*\"]");
        made.then().statusCode(201).body("secret", startsWith("whsec_")).body("state", equalTo("ACTIVE"));
        String id = made.path("id");
        String secret = made.path("secret");
        register("chosen", "\"types\":[\"request.completed\",\"take.*\"]")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("secret", nullValue());
        register("chosen", "\"types\":[\"*\"]").then().statusCode(422).body("code", equalTo("idempotency.other_body"));
        RequestId request = RequestId.ofKey(DEMO, "webhook-chosen");
        RequestId other = RequestId.ofKey(new TenantId("reader"), "webhook-chosen");

        corridor.tell(finished(other, new TenantId("reader")));
        corridor.tell(finished(request, DEMO));
        corridor.tell(new Fact.RequestCancelled(request, DEMO, 0));
        corridor.tell(finished(request, DEMO));
        corridor.tell(completed(request));

        within(() -> assertThat(receiver.types()).containsExactlyInAnyOrder("take.finished", "request.completed"));
        assertThat(receiver.calls).allSatisfy(call -> {
            assertThat(call.isGenuine(secret)).isTrue();
            assertThat(call.body()).contains(request.toString()).doesNotContain("s3://");
        });
        within(() -> deliveries(id, "DELIVERED").body("deliveries.size()", equalTo(2)));
        String text = caller().get("/v1/webhooks/" + id).asString()
                + caller().get("/v1/webhooks").asString()
                + caller().get("/v1/webhooks/" + id + "/deliveries").asString();
        assertThat(text).doesNotContain(secret, "whsec_");
        assertThat(logged).noneMatch(line -> line.contains(secret) || line.contains("partners-own"));
        assertThat(sealed(UUID.fromString(id))).doesNotContain(secret.substring("whsec_".length()));
        given().header("X-API-Key", reader).get("/v1/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void aReceiverThatFailsForSixHoursHearsItAfterwardsUnderTheSameId() {
        Instant begun = Instant.now();
        receiver.answers(_ -> clock.instant().isBefore(begun.plus(Duration.ofHours(6)))
                ? new Receiver.Reply(500, 0, "we are moving")
                : Receiver.Reply.of(200));
        String id = register("six-hours", "\"types\":[\"request.completed\"]").path("id");

        corridor.tell(completed(RequestId.ofKey(DEMO, "webhook-six")));
        int tried = 0;
        while (clock.instant().isBefore(begun.plus(Duration.ofHours(6)))) {
            int before = tried++;
            within(() -> deliveries(id, null)
                    .body("deliveries[0].tried.size()", equalTo(before + 1))
                    .body("deliveries[0].state", equalTo("PENDING"))
                    .body("deliveries[0].tried[0].status", equalTo(500))
                    .body("deliveries[0].tried[0].answer", equalTo("we are moving")));
            time.goTo(Instant.parse(deliveries(id, null).extract().path("deliveries[0].nextAt")));
        }

        within(() -> deliveries(id, "DELIVERED").body("deliveries[0].attempts", equalTo(6)));
        assertThat(new HashSet<>(receiver.calls.stream().map(Receiver.Call::id).toList()))
                .hasSize(1);
        caller().get("/v1/webhooks/" + id).then().body("failingSince", nullValue());
    }

    @Test
    void whoIsGoneIsDisabledAndHearsTheRestWhenItAsks() {
        receiver.answers(_ -> Receiver.Reply.of(410));
        String id = register("gone", "\"types\":[\"request.*\"]").path("id");
        RequestId request = RequestId.ofKey(DEMO, "webhook-gone");

        corridor.tell(completed(request));
        within(() -> webhook(id).body("state", equalTo("DISABLED")).body("reason", equalTo("gone")));
        corridor.tell(new Fact.RequestCancelled(request, DEMO, 0));
        within(() -> deliveries(id, "HELD").body("deliveries.size()", equalTo(2)));
        assertThat(receiver.calls).hasSize(1);

        post(id, "/test", "").then().statusCode(409).body("code", equalTo("webhook.not_active"));
        operator()
                .get("/v1/operators/webhooks?state=DISABLED")
                .then()
                .statusCode(200)
                .body("webhooks.id", hasItem(id))
                .body(
                        "webhooks.find { it.id == '" + id + "' }.url",
                        not(org.hamcrest.Matchers.containsString("token")));
        caller().get("/v1/operators/webhooks").then().statusCode(403).body("code", equalTo("auth.scope"));
        receiver.answers(_ -> Receiver.Reply.of(204));
        patch(id, "{\"state\":\"ACTIVE\"}").then().statusCode(200).body("reason", nullValue());
        operator()
                .body("{\"since\":\"" + Instant.now().minusSeconds(600) + "\"}")
                .post("/v1/operators/webhooks/" + id + "/redeliver")
                .then()
                .statusCode(202)
                .body("deliveries", equalTo(2));

        within(() -> deliveries(id, "DELIVERED").body("deliveries.size()", equalTo(2)));
        String one = deliveries(id, null).extract().path("deliveries[0].id");
        post(id, "/deliveries/" + one + "/redeliver", "").then().statusCode(202);
        within(() -> assertThat(receiver.calls.stream().filter(call -> call.id().equals(one)))
                .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void duringARotationBothKeysSignAndThenTheNewOneAlone() {
        Response made = register("rotation", "\"types\":[\"request.completed\"]");
        String id = made.path("id");
        String old = made.path("secret");
        String fresh = post(id, "/rotate", "{\"overlap\":\"PT1H\"}")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");

        post(id, "/test", "").then().statusCode(202);
        within(() -> assertThat(receiver.calls).hasSize(1));
        assertThat(receiver.calls.getFirst().isGenuine(old)).isTrue();
        assertThat(receiver.calls.getFirst().isGenuine(fresh)).isTrue();
        assertThat(receiver.types()).containsExactly("webhook.test");

        time.goOn(Duration.ofHours(2));
        post(id, "/test", "").then().statusCode(202);
        within(() -> assertThat(receiver.calls).hasSize(2));
        assertThat(receiver.calls.getLast().signature()).startsWith("v1,").doesNotContain(" ");
        webhook(id).body("oldKeyUntil", nullValue());
        register("asymmetric", "\"signature\":\"v1a\"")
                .then()
                .statusCode(201)
                .body("publicKey", startsWith("whpk_"))
                .body("secret", nullValue());
    }

    @Test
    void aPodThatDiesBetweenSendingAndWritingDownSendsItAgainUnderTheSameId() {
        String id = register("crash", "\"types\":[\"request.completed\"]").path("id");
        time.crashOnce();

        corridor.tell(completed(RequestId.ofKey(DEMO, "webhook-crash")));
        within(() -> assertThat(receiver.calls).hasSize(1));
        deliveries(id, "PENDING")
                .body("deliveries[0].attempts", equalTo(1))
                .body("deliveries[0].tried", equalTo(List.of()));
        time.goOn(settings.lease().plusSeconds(1));

        within(() -> deliveries(id, "DELIVERED").body("deliveries[0].attempts", equalTo(2)));
        assertThat(receiver.calls).hasSize(2);
        assertThat(receiver.calls.get(0).id()).isEqualTo(receiver.calls.get(1).id());
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElseAndTwoPodsKeepItsBound() throws Exception {
        try (Receiver quick = new Receiver()) {
            receiver.answers(_ -> new Receiver.Reply(200, 250, ""));
            String slow = register("slow", "\"types\":[\"take.*\"]").path("id");
            String fast =
                    register(quick.url(), "fast", "\"types\":[\"take.*\"]").path("id");
            var other = new WebhookLoop(queue, attempts, seal, new Bell(), clock, settings);
            Thread pod = Thread.ofVirtual().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    other.sendSome();
                    java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                }
            });
            RequestId request = RequestId.ofKey(DEMO, "webhook-slow");

            List<Fact> many = new ArrayList<>();
            IntStream.rangeClosed(1, 12).forEach(n -> many.add(finished(request, n)));
            many.forEach(corridor::tell);

            within(() -> assertThat(quick.calls).hasSize(12));
            within(() -> deliveries(slow, "DELIVERED").body("deliveries.size()", equalTo(12)));
            within(() -> deliveries(fast, "DELIVERED").body("deliveries.size()", equalTo(12)));
            pod.interrupt();
            pod.join();
            assertThat(quick.lastAt.get()).isLessThan(receiver.lastAt.get());
            assertThat(receiver.mostAtOnce.get()).isLessThanOrEqualTo(settings.perEndpoint());
            assertThat(receiver.calls.stream().map(Receiver.Call::id))
                    .doesNotHaveDuplicates()
                    .hasSize(12);
        }
    }

    @Test
    void whatIsToldAgainWhenTheTablesAreBuiltAnewIsNotSentAgain() throws Exception {
        String id = register("anew", "\"types\":[\"request.*\"]").path("id");
        RequestId request = RequestId.ofKey(DEMO, "webhook-anew");
        Instant happened = Instant.now();
        corridor.tell(completed(request), happened);
        within(() -> deliveries(id, "DELIVERED").body("deliveries.size()", equalTo(1)));

        forget(request);
        corridor.tell(completed(request), happened);
        within(() ->
                caller().get("/v1/requests/" + request).then().statusCode(200).body("state", equalTo("completed")));
        deliveries(id, null).body("deliveries.size()", equalTo(1));

        time.goOn(settings.keep().plusDays(1));
        within(() -> deliveries(id, null).body("deliveries.size()", equalTo(0)));
        forget(request);
        corridor.tell(completed(request), happened);
        corridor.tell(new Fact.RequestCancelled(request, DEMO, 0), clock.instant());

        within(() -> deliveries(id, "DELIVERED").body("deliveries.type", equalTo(List.of("request.cancelled"))));
        assertThat(receiver.types()).containsExactly("request.completed", "request.cancelled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.8/",
                "https://localhost/",
                "https://[::1]/",
                "http://8.8.8.8/",
                "https://user:word@8.8.8.8/",
                "file:///etc/passwd"
            })
    void anAddressInsideIsRefusedAtTheDoor(String address) {
        register(address, "inside", "\"types\":[\"*\"]")
                .then()
                .statusCode(422)
                .body("code", equalTo("webhook.address"))
                .body("errors[0].field", equalTo("/url"));
    }

    @Test
    void anAddressThatLeadsInsideByTheTimeOfSendingIsNotSentTo() throws Exception {
        String id = register("rebound", "\"types\":[\"*\"]").path("id");
        // As a name would that leads elsewhere by now; the door is asked at every attempt.
        sql("update webhooks set url = 'https://127.0.0.2/' where id = '" + id + "'");

        post(id, "/test", "").then().statusCode(202);

        within(() -> deliveries(id, "PENDING")
                .body(
                        "deliveries[0].tried[0].failure",
                        org.hamcrest.Matchers.containsString("not in the public network"))
                .body("deliveries[0].tried[0].status", nullValue()));
        webhook(id).body("failingSince", not(nullValue()));
    }

    private Response register(String key, String fields) {
        return register(receiver.url(), key, fields);
    }

    private static Response register(String url, String key, String fields) {
        return caller().header("Idempotency-Key", "webhooks-" + key)
                .body("{\"url\":\"" + url + "\"," + fields + "}")
                .post("/v1/webhooks");
    }

    private static Response post(String id, String path, String body) {
        return caller().body(body).post("/v1/webhooks/" + id + path);
    }

    private static Response patch(String id, String body) {
        return caller().body(body).patch("/v1/webhooks/" + id);
    }

    private static ValidatableResponse webhook(String id) {
        return caller().get("/v1/webhooks/" + id).then().statusCode(200);
    }

    private static ValidatableResponse deliveries(String id, @org.jspecify.annotations.Nullable String state) {
        return caller().get("/v1/webhooks/" + id + "/deliveries" + (state == null ? "" : "?state=" + state))
                .then()
                .statusCode(200);
    }

    private void forget(RequestId request) throws Exception {
        sql("delete from history where aggregate = '" + request + "'");
        sql("delete from requests where id = '" + request + "'");
    }

    private void sql(String statement) throws Exception {
        try (var connection = dataSource.getConnection();
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }

    private String sealed(UUID webhook) throws Exception {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select * from webhooks where id = ?")) {
            select.setObject(1, webhook);
            try (var row = select.executeQuery()) {
                row.next();
                StringBuilder all = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = row.getBytes(i);
                    all.append(bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
                    all.append(
                            bytes == null ? "" : java.util.Base64.getEncoder().encodeToString(bytes));
                }
                return all.toString();
            }
        }
    }

    private static Fact finished(RequestId request, TenantId tenant) {
        return new Fact.TakeFinished(
                request, TakeId.of(request, 1), tenant, 1, "wan2.7-i2v", clip(), 500_000, 5, 9, List.of());
    }

    private static Fact finished(RequestId request, int attempt) {
        return new Fact.TakeFinished(
                request, TakeId.of(request, attempt), DEMO, attempt, "wan2.7-i2v", clip(), 500_000, 5, 9, List.of());
    }

    private static Fact completed(RequestId request) {
        return new Fact.RequestCompleted(request, TakeId.of(request, 1), DEMO, clip(), null, 1, 500_000);
    }

    private static Fact.Clip clip() {
        return new Fact.Clip("s3://callsheet/tenant/demo/clip.mp4", 10, 5, 1280, 720, "ab".repeat(32));
    }

    private static RequestSpecification caller() {
        return given().header("X-API-Key", "demo-key").contentType("application/json");
    }

    private RequestSpecification operator() {
        return given().header("X-API-Key", operators).contentType("application/json");
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
