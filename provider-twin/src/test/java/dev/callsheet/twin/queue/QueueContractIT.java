package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.twin.queue.QueueClient.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue answers, as the provider's pages and recorded answers have it. */
@QuarkusTest
@TestProfile(QuickTwin.class)
class QueueContractIT {

    private static final String NOWHERE = "http://127.0.0.1:9/none.png";

    @ConfigProperty(name = "test.url")
    String url;

    private QueueClient queue;

    @BeforeEach
    void connect() {
        queue = new QueueClient(URI.create(url));
    }

    @AfterEach
    void healthy() throws Exception {
        queue.send("DELETE", "/twin/faults", "");
    }

    @Test
    void theChecksOfASubmitComeInTheProvidersOrder() throws Exception {
        arm("{\"fault\":\"insufficient-credits\"}");
        var wrong = "{\"model\":\"wan2.7-I2V\",\"payload\":{\"duration\":99}}";

        assertThat(queue.sendWithoutKey("POST", QueueClient.QUEUE + "/requests", wrong)
                        .status())
                .isEqualTo(401);
        assertRefused(
                queue.send("POST", QueueClient.QUEUE + "/requests", wrong), 404, "model wan2.7-I2V does not exist");
        assertRefused(queue.submit("wan2.7-i2v", queue.payload("{\"duration\":99}")), 400, "duration");
        assertRefused(queue.submit("heygen-avatar-4", queue.payload("{}")), 400, "video_inputs");
        assertRefused(
                queue.submit("heygen-avatar-4", queue.payload("{\"video_inputs\":[{}]}")),
                404,
                "you do not have access");
        assertRefused(submit(""), 402, "Insufficient credits. Please add more credits to your account.");
        assertThat(submit("").status()).isEqualTo(200);
    }

    @Test
    void anOutageRefusesSubmitsWhileReadsStayHealthy() throws Exception {
        var before = submit("before the outage");
        arm("{\"fault\":\"unavailable\",\"seconds\":60}");

        assertRefused(submit("a"), 503, "Upstream capacity temporarily exhausted");
        assertRefused(submit("b"), 503, "Upstream capacity temporarily exhausted");
        assertThat(queue.read(before.body().path("request_id").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void aRateLimitSaysWhenToComeBack() throws Exception {
        var limited = submit("[[fault:rate-limited]] once");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.raw().headers().firstValue("Retry-After")).contains("2");
        assertThat(submit("[[fault:rate-limited]] once").status()).isEqualTo(200);
    }

    @Test
    void aLostAnswerIsFoundAgainByListing() throws Exception {
        var marked = queue.payload("{\"prompt\":\"[[fault:lost-answer]]\",\"first_frame\":\"" + NOWHERE
                + "\",\"callsheet_take\":\"take-7\"}");

        assertThatThrownBy(() -> queue.submit("wan2.7-i2v", marked)).isInstanceOf(IOException.class);

        assertThat(takes("wan2.7-i2v")).containsOnlyOnce("take-7");
        assertThat(takes("wan2.7-r2v")).doesNotContain("take-7");
    }

    @Test
    void anAcceptedSubmitIsCountedTwiceIfItComesTwice() throws Exception {
        int before = duplicates();

        submit("the same twice");
        submit("the same twice");

        assertThat(duplicates()).isEqualTo(before + 1);
    }

    @Test
    void theCatalogueNamesModelsAndTheirParameters() throws Exception {
        assertThat(queue.send("GET", QueueClient.QUEUE + "/models", "").body().path("model_ids"))
                .extracting(id -> id.asText())
                .contains("wan2.7-i2v", "wan2.7-r2v", "heygen-avatar-4", "heygen-avatar-v4");
        var detail = queue.sendWithoutKey("GET", "/api/v1/ie/requestqueue/models/wan2.7-r2v", "")
                .body();
        assertThat(detail.path("parameters"))
                .filteredOn(parameter -> parameter.path("name").asText().equals("ratio"))
                .singleElement()
                .satisfies(ratio -> {
                    assertThat(ratio.path("options")).hasSize(5);
                    assertThat(ratio.path("default_value").asText()).isEqualTo("16:9");
                });
        assertRefused(
                queue.send("GET", QueueClient.QUEUE + "/models/WAN2.7-r2v", ""),
                404,
                "model WAN2.7-r2v does not exist");
    }

    @Test
    void theQueuesPathOnTheChatHostIsNotAllowed() throws Exception {
        assertThat(queue.send("POST", "/v1/requests", "{}").status()).isEqualTo(405);
    }

    @Test
    void anUnknownJobIsNotFound() throws Exception {
        assertThat(queue.read("nothing").status()).isEqualTo(404);
        assertThat(queue.send("DELETE", QueueClient.QUEUE + "/requests/nothing", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUnknownFaultIsRefusedWithTheListOfFaults() throws Exception {
        assertRefused(queue.send("POST", "/twin/faults", "{\"fault\":\"rain\"}"), 400, "lost-answer");
    }

    private Answer submit(String prompt) throws IOException, InterruptedException {
        return queue.submit(
                "wan2.7-i2v", queue.payload("{\"prompt\":\"" + prompt + "\",\"first_frame\":\"" + NOWHERE + "\"}"));
    }

    private List<String> takes(String model) throws IOException, InterruptedException {
        var listed = queue.send("GET", QueueClient.QUEUE + "/requests?model_id=" + model, "")
                .body()
                .path("requests");
        return StreamSupport.stream(listed.spliterator(), false)
                .map(job -> job.path("payload").path("callsheet_take").asText())
                .toList();
    }

    private void arm(String order) throws IOException, InterruptedException {
        assertThat(queue.send("POST", "/twin/faults", order).status()).isEqualTo(200);
    }

    private int duplicates() throws IOException, InterruptedException {
        return queue.send("GET", "/twin/stats", "").body().path("duplicates").asInt();
    }

    private static void assertRefused(Answer answer, int status, String text) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("error").asText()).contains(text);
    }
}
