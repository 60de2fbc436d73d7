package dev.callsheet.router.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.corridor.IncomingEvents;
import dev.callsheet.stack.RealPartsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "parts", value = "kafka"))
class RouterIT {
    private static final String REQUESTS = "callsheet.requests.demo";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GOOD = "{\"media\":[{\"role\":\"firstFrame\",\"uri\":\"https://a.example/x.jpg\"}]}";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private Partner partner;

    @BeforeEach
    void listen() {
        partner = new Partner(
                bootstrapServers, "callsheet.facts", "callsheet.work.i2v", REQUESTS + ".dlq", "callsheet.work.r2v");
    }

    @AfterEach
    void hangUp() {
        partner.close();
    }

    @Test
    void aPoisonRecordIsPutAsideAndNothingBehindItWaits() throws Exception {
        partner.send(REQUESTS, "{not json", headers("poison-1"));
        partner.send(REQUESTS, "no event at all", Map.of());
        partner.send(REQUESTS, GOOD, headers("good-1"));
        RequestId good = RequestId.ofEvent(new TenantId("demo"), "/shop", "good-1");

        within(() -> {
            assertThat(of(good, "callsheet.work.i2v")).hasSize(1);
            assertThat(of(good, "callsheet.facts")).hasSize(1);
            assertThat(partner.seen().stream()
                            .filter(letter -> letter.topic().endsWith(".dlq"))
                            .map(letter -> Partner.header(letter, "dlq-code")))
                    .contains("event.json", "event.attribute");
        });
    }

    @Test
    void aRefusedRequestIsAFactWithFieldFoundAndAllowed() throws Exception {
        partner.send(REQUESTS, "{\"prompt\":\"a cat\"}", headers("refused-1"));
        RequestId refused = RequestId.ofEvent(new TenantId("demo"), "/shop", "refused-1");

        within(() -> assertThat(of(refused, "callsheet.facts")).singleElement().satisfies(kafkaRecord -> {
            Fact fact = FactTypes.read(IncomingEvents.read(kafkaRecord));
            assertThat(fact)
                    .isInstanceOfSatisfying(
                            Fact.RequestRejected.class,
                            rejected -> assertThat(rejected.decision().conflicts())
                                    .anySatisfy(conflict -> {
                                        assertThat(conflict.code()).isEqualTo("TEXT_ONLY_NO_MODEL");
                                        assertThat(conflict.field()).isEqualTo("/media");
                                        assertThat(conflict.allowed()).isNotBlank();
                                    }));
        }));
    }

    @Test
    void aStructuredEventIsReadAndItsPartnersTraceIsNotContinued() throws Exception {
        String envelope = "{\"specversion\":\"1.0\",\"id\":\"s-1\",\"source\":\"/shop\",\"type\":\"" + VideoRequest.TYPE
                + "\",\"data\":" + GOOD + "}";
        partner.send(
                REQUESTS,
                envelope,
                Map.of(
                        "content-type",
                        "application/cloudevents+json",
                        CloudEvent.TRACEPARENT,
                        "00-" + TRACE + "-00f067aa0ba902b7-01"));
        RequestId structured = RequestId.ofEvent(new TenantId("demo"), "/shop", "s-1");

        within(() -> assertThat(of(structured, "callsheet.work.i2v"))
                .singleElement()
                .satisfies(kafkaRecord -> assertThat(String.valueOf(Partner.header(kafkaRecord, "traceparent")))
                        .doesNotContain(TRACE)));
    }

    @Test
    void thePartnersBytesTravelUntouched() throws Exception {
        String spelled =
                "{ \"media\" : [ {\"uri\":\"https://a.example/x.jpg\", \"role\":\"firstFrame\", \"seconds\":1.50} ] }";
        partner.send(REQUESTS, spelled, headers("spelled-1"));
        RequestId requestId = RequestId.ofEvent(new TenantId("demo"), "/shop", "spelled-1");

        within(() -> assertThat(of(requestId, "callsheet.work.i2v"))
                .singleElement()
                .satisfies(kafkaRecord -> assertThat(new String(kafkaRecord.value(), StandardCharsets.UTF_8))
                        .contains(spelled)));
    }

    @Test
    void theServiceSaysThatItPolls() {
        within(() -> given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP")));
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", org.hamcrest.Matchers.hasItem("router thread"));
    }

    private List<ConsumerRecord<byte[], byte[]>> of(RequestId requestId, String topic) {
        return partner.seen().stream()
                .filter(kafkaRecord -> kafkaRecord.topic().equals(topic))
                .filter(kafkaRecord -> kafkaRecord.key() != null
                        && new String(kafkaRecord.key(), StandardCharsets.UTF_8).equals(requestId.toString()))
                .toList();
    }

    private static Map<String, String> headers(String id) {
        return Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/shop", "ce_type", VideoRequest.TYPE);
    }

    private static void within(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
