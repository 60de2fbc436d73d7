package dev.callsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.FactTypes;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.Problem;
import dev.callsheet.e2e.ContractChannels.Sender;
import dev.callsheet.e2e.ContractOperations.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One stack; a partner in another language uses it by the schemas alone; then {@code asyncapi.yaml} and
 * {@code openapi.yaml} are held against what runs, in both directions.
 *
 * <p>What is proved: every channel is a topic and every topic a channel; the consumer groups that hold partitions are
 * the documented ones, each on its documented channels; whoever has sent is documented as sender of that type, and every
 * documented sender has sent; the facts that the packaged programs can make are the documented ones, seen or not. Every
 * documented operation is answered by the running service that the document names, and no other method of its path is;
 * every resource, socket and page in the packaged programs is documented. Not looked at: files other than pages, and
 * what the framework serves below {@code /q} beyond health, metrics and documents (its health answers any method).
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractE2E {
    private static final List<String> SERVICES = List.of(
            "request-api",
            "scenario-router",
            "i2v-worker",
            "r2v-worker",
            "avatar-session-service",
            "consistency-scorer");
    private static final String FAN_OUT = """
            {"prompt":"slow zoom","output":{"kind":"file","perImage":true,"resolution":"720P","seconds":2},"media":[
             {"role":"firstFrame","type":"image","uri":"s3://callsheet/tenant/demo/media/first-frame.jpg"},
             {"role":"firstFrame","type":"image","uri":"s3://callsheet/tenant/demo/media/last-frame.jpg"}]}""";
    private static final List<String> FRAMEWORK =
            List.of("/q/health", "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/info", "/q/dev-ui");

    @TempDir
    static Path state;

    private static Script script;
    private static House house;
    private static NodePartner partner;
    private static ContractTopics topics;
    private static ContractChannels channels;
    private static ContractOperations operations;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        script = Script.withState(state);
        house = House.in(state);
        channels = ContractChannels.under(script.root());
        operations = ContractOperations.under(script.root());
        Script.Outcome outcome = script.run("up", "--ports-from", "free");
        assertThat(outcome.code()).as(outcome.words()).isZero();
        partner = new NodePartner(script.root(), house.brokers(), state);
        topics = new ContractTopics(house.brokers(), channels);
        partner.install();
    }

    @AfterAll
    static void down() throws IOException, InterruptedException {
        script.run("down");
    }

    @Test
    @Order(1)
    void aPartnerInAnotherLanguageNeedsOnlyTheSchemas() throws IOException, InterruptedException {
        Path examples = script.root().resolve("examples");
        Path impostor = partner.file("impostor.json", "{\"tenant\":\"somebody-else\",\"prompt\":\"a lion\"}");
        Path bad = partner.file("bad.json", "{\"media\":[{\"role\":\"frame\",\"uri\":\"https://a.example/x.jpg\"}]}");

        List<String> asked = new ArrayList<>();
        asked.addAll(sent("--id", "binary", examples.resolve("i2v.json") + "", examples.resolve("avatar.json") + ""));
        asked.addAll(sent("--id", "structured", "--structured", examples.resolve("r2v.json") + "", impostor + ""));
        String parent = sent("--id", "fan-out", partner.file("fan-out.json", FAN_OUT) + "")
                .getFirst();
        NodePartner.Outcome checked = partner.produce("--id", "checked", bad + "");
        asked.addAll(sent("--id", "unchecked", "--unchecked", bad + ""));
        HttpResponse<String> rest = house.post("contract", "{\"prompt\":\"a lion in the desert\"}");
        assertThat(rest.statusCode()).as(rest.body()).isEqualTo(202);
        asked.add(Json.read(rest.body().getBytes(StandardCharsets.UTF_8))
                .get("id")
                .asText());
        // The same again: the consumer must see each thing once.
        sent("--id", "binary", examples.resolve("i2v.json") + "");

        NodePartner.Followed followed = partner.consume("node-partner-test", asked);

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.words()).contains("/media/0/role", "not sent");
        assertThat(followed.outcome().code()).as(followed.outcome().words()).isZero();
        assertThat(followed.report().get("invalid")).isEmpty();
        assertThat(followed.report().get("unknown").asInt()).isZero();
        assertThat(asked.stream().map(id -> followed.request(id).path("end").asText()))
                .containsExactly(
                        "request.completed",
                        "session.offered",
                        "request.completed",
                        "request.rejected",
                        "request.rejected",
                        "request.rejected");
        assertThat(followed.request(asked.get(2)).get("facts"))
                .extracting(JsonNode::asText)
                .contains("request.routed", "take.finished", "clip.scored")
                .doesNotHaveDuplicates();
        assertThat(followed.request(parent).get("facts"))
                .extracting(JsonNode::asText)
                .containsExactly("request.routed");
        assertThat(followed.request(asked.get(4)).get("codes"))
                .extracting(JsonNode::asText)
                .contains("SCHEMA_INVALID /media/0/role");
    }

    @Test
    @Order(1)
    void aFolderIsARequestForEachPictureAndStopsWithAllOfThem() throws IOException, InterruptedException {
        HttpResponse<String> taken =
                house.post("folder", Files.readString(script.root().resolve("examples/folder.json")));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String id = Json.read(taken.body().getBytes(StandardCharsets.UTF_8))
                .get("id")
                .asText();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(house.get("request-api", "/v1/batches/" + id)
                                .at("/progress/total")
                                .asInt())
                        .isPositive());

        HttpResponse<String> stopped = house.http()
                .send(
                        house.at("request-api", "/v1/requests/" + id).DELETE().build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(house.get("request-api", "/v1/batches/" + id)
                                .path("ended")
                                .asBoolean())
                        .isTrue());
    }

    @Test
    @Order(2)
    void aCharacterIsKnownBeforeMoneyIsSpentAndForgottenWithItsConsent() throws IOException, InterruptedException {
        Path examples = script.root().resolve("examples");
        HttpResponse<String> registered =
                house.post("/v1/characters", "mia-1", Files.readString(examples.resolve("character.json")));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(202);
        within(() -> assertThat(house.get("request-api", "/v1/characters/mia")
                        .path("state")
                        .asText())
                .isEqualTo("READY"));

        HttpResponse<String> asked = house.post("cast", Files.readString(examples.resolve("cast.json")));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String request = id(asked);
        within(() -> assertThat(house.get("request-api", "/v1/requests/" + request)
                        .path("state")
                        .asText())
                .isIn("completed", "held"));
        JsonNode take = house.get("request-api", "/v1/requests/" + request).at("/takes/0");
        for (String link : List.of("reportLink", "sheetLink", "pageLink", "framesLink", "curveLink")) {
            assertThat(fetched(take.at("/score/" + link).asText())).as(link).isEqualTo(200);
        }
        within(() -> assertThat(house.get("request-api", "/v1/campaigns/harbour")
                        .at("/consistency/bound/takes")
                        .asInt())
                .isPositive());
        assertThat(fetched(house.get("request-api", "/v1/campaigns/harbour")
                        .path("pageLink")
                        .asText()))
                .isEqualTo(200);

        HttpResponse<String> withdrawn = house.http()
                .send(
                        house.at("request-api", "/v1/characters/mia").DELETE().build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(202);
        within(() -> assertThat(house.get("request-api", "/v1/characters/mia")
                        .path("state")
                        .asText())
                .isEqualTo("ERASED"));
        assertThat(fetched(take.at("/score/reportLink").asText())).isEqualTo(404);
        assertThat(house.post("again", Files.readString(examples.resolve("cast.json")))
                        .statusCode())
                .isEqualTo(422);
    }

    private static String id(HttpResponse<String> answer) {
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8))
                .get("id")
                .asText();
    }

    /** The status of a signed link. */
    private static int fetched(String link) throws IOException, InterruptedException {
        return house.http()
                .send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void within(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(assertion);
    }

    @Test
    @Order(2)
    void theTenantIsTheTopicWhateverThePayloadSays() throws IOException, InterruptedException {
        Path impostor = partner.file("impostor.json", "{\"tenant\":\"somebody-else\",\"prompt\":\"a lion\"}");
        String asked = sent("--id", "tenant", impostor + "").getFirst();

        JsonNode request =
                partner.consume("node-partner-tenant", List.of(asked)).request(asked);

        assertThat(request.get("tenant").asText()).isEqualTo("demo");
        assertThat(request.get("codes")).extracting(JsonNode::asText).contains("UNKNOWN_FIELD /tenant");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(house.get("request-api", "/v1/requests/" + asked)
                                .path("state")
                                .asText())
                        .isEqualToIgnoringCase("rejected"));
    }

    @Test
    @Order(2)
    void aPartnerWithoutKafkaHearsByWebhookAndBelievesTheOfficialLibraryAlone()
            throws IOException, InterruptedException {
        NodePartner.Outcome heard = partner.receive("http://127.0.0.1:" + house.port("request-api"), 1);

        assertThat(heard.code()).as(heard.words()).isZero();
        assertThat(heard.words()).contains("webhook.test", "/v1/webhooks/").doesNotContain("whsec_");
    }

    @Test
    @Order(3)
    void everyTopicIsAChannelAndEveryChannelHasATopic() throws Exception {
        assertThat(topics.topics().stream().map(channels::of).collect(Collectors.toSet()))
                .isEqualTo(channels.names());
    }

    @Test
    @Order(4)
    void theGroupsThatReadAreTheDocumentedOnes() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(topics.readers()).isEqualTo(channels.readers()));
    }

    @Test
    @Order(5)
    void whoSendsWhatIsDocumentedAndWhatIsDocumentedIsSent() throws Exception {
        Map<Sender, Set<String>> sent = topics.sent();
        sent.keySet().removeIf(sender -> sender.service().equals("node"));

        assertThat(sent.keySet()).isEqualTo(channels.senders());
        assertThat(sent)
                .allSatisfy((sender, types) ->
                        assertThat(channels.types(sender)).as(sender.toString()).containsAll(types));
    }

    @Test
    @Order(6)
    void theFactsThatAServiceCanMakeAreTheDocumentedOnes() throws IOException {
        Set<String> told = new TreeSet<>();
        for (String service : SERVICES) {
            Set<String> facts = ContractPrograms.of(script.root(), service).facts();
            assertThat(facts).as(service).isEqualTo(channels.types(new Sender(service, "facts")));
            told.addAll(facts);
        }
        assertThat(told).isEqualTo(FactTypes.all().keySet());
    }

    @Test
    @Order(7)
    void whatThePackagedServicesServeIsDocumentedAndWhatIsDocumentedIsThere() throws IOException {
        Set<Operation> served = new HashSet<>();
        for (String service : SERVICES) {
            ContractPrograms program = ContractPrograms.of(script.root(), service);
            served.addAll(program.operations());
            // Metrics are no resource: they have no key, and may have a port of their own.
            assertThat(program.routesPastTheResources())
                    .as(service)
                    .isSubsetOf("dev/callsheet/corridor/metrics/Scrape");
        }

        assertThat(served)
                .containsExactlyInAnyOrderElementsOf(operations.all().stream()
                        .filter(operation -> !operation.path().startsWith("/q/"))
                        .toList());
    }

    @Test
    @Order(8)
    void theRunningServicesAnswerExactlyTheDocumentedMethods() {
        Set<Operation> sockets = operations.sockets();
        Stream<Operation> documented = operations.all().stream()
                .filter(operation -> !sockets.contains(operation))
                .flatMap(operation -> operation.path().startsWith("/q/")
                        ? Stream.of(operation)
                        : ContractOperations.METHODS.stream().map(operation::with));
        Stream<Operation> framework = SERVICES.stream()
                .flatMap(service -> FRAMEWORK.stream().map(path -> new Operation(service, "GET", path)));

        assertThat(Stream.concat(documented, framework)
                        .filter(operation -> !sockets.contains(operation))
                        .filter(operation -> !operations.isAnotherOnes(operation))
                        .distinct()
                        .filter(this::isServed))
                .containsExactlyInAnyOrderElementsOf(operations.all().stream()
                        .filter(operation -> !sockets.contains(operation))
                        .toList());
        assertThat(sockets).isNotEmpty().allSatisfy(this::opens);
    }

    private static List<String> sent(String... arguments) throws IOException, InterruptedException {
        NodePartner.Outcome outcome = partner.produce(arguments);
        assertThat(outcome.code()).as(outcome.words()).isZero();
        return outcome.lines();
    }

    /** Whether a resource answers: a 404 counts only if its document is about what was asked for, not the address. */
    private boolean isServed(Operation operation) {
        try {
            HttpResponse<String> answer = house.http()
                    .send(
                            HttpRequest.newBuilder(address("http", operation))
                                    .header("X-API-Key", House.API_KEY)
                                    .timeout(Duration.ofSeconds(20))
                                    .method(operation.method(), HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            boolean document = answer.headers()
                    .firstValue("Content-Type")
                    .filter(Problem.MEDIA_TYPE::equals)
                    .isPresent();
            boolean noSuchAddress =
                    answer.statusCode() == 404 && (!document || answer.body().contains("http.not_found"));
            return answer.statusCode() != 405 && !noSuchAddress;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(operation.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void opens(Operation socket) throws IOException {
        WebSocket opened = house.http()
                .newWebSocketBuilder()
                .buildAsync(address("ws", socket), new WebSocket.Listener() {})
                .join();
        opened.abort();
    }

    private static URI address(String scheme, Operation operation) throws IOException {
        return URI.create(scheme + "://127.0.0.1:" + house.port(operation.service()) + operation.address());
    }
}
