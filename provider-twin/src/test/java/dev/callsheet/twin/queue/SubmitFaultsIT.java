package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may go wrong with a submit and its answer, and whether there is a job afterwards. */
@QuarkusTest
@TestProfile(CannedTwin.class)
class SubmitFaultsIT {

    @ConfigProperty(name = "test.url")
    String url;

    private FaultClient twin;

    @BeforeEach
    void connect() {
        twin = new FaultClient(url);
    }

    @AfterEach
    void healthy() throws Exception {
        twin.queue.send("DELETE", "/twin/faults", "");
    }

    @ParameterizedTest
    @CsvSource({
        "insufficient-credits, 402, Insufficient credits, false",
        "rate-limited, 429, Rate limit, false",
        "rate-limited-silently, 429, Rate limit, false",
        "unavailable, 503, Upstream capacity, false",
        "backend-error, 500, Backend error (400). Please try again., false",
        "error-after-accept, 500, Internal server error, true",
        "bad-gateway-after-accept, 502, 502 Bad Gateway, true",
        "answer-not-json, 200, <html>, true",
        "answer-without-id, 200, status, true"
    })
    void anAnswerAndWhetherThereIsAJob(String fault, int status, String text, boolean accepted) throws Exception {
        int before = twin.accepted();
        twin.arm("{\"fault\":\"" + fault + "\"}");

        var answer = twin.submit("strike " + fault);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.raw().body()).contains(text);
        assertThat(answer.body().path("request_id").isMissingNode()).isTrue();
        assertThat(twin.accepted() - before).isEqualTo(accepted ? 1 : 0);
        assertThat(answer.raw().headers().firstValue("Retry-After").isPresent())
                .isEqualTo(fault.equals("rate-limited"));
    }

    @ParameterizedTest
    @CsvSource({"lost-submit, 0", "lost-answer, 1"})
    void aCutConnectionMayHaveLeftAJobOrNot(String fault, int accepted) throws Exception {
        int before = twin.accepted();

        assertThatThrownBy(() -> twin.submit("[[fault:" + fault + "]] strike")).isInstanceOf(IOException.class);

        assertThat(twin.accepted() - before).isEqualTo(accepted);
    }

    @Test
    void anAnswerMayBeHeldLongAfterTheJobWasAccepted() throws Exception {
        long start = System.nanoTime();

        var id = twin.accepted("[[fault:delayed-answer:1:600ms]] strike");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        assertThat(twin.end(id)).isEqualTo("success");
    }

    @Test
    void aSubmitMayBeAnsweredWithTheEnd() throws Exception {
        var answer = twin.submit("[[fault:sync-answer:1:300ms]] strike");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("success");
        var address = answer.body()
                .path("outcome")
                .path("media_urls")
                .path(0)
                .path("url")
                .asText();
        assertThat(twin.queue.download(address).statusCode()).isEqualTo(200);
        assertThat(twin.micros(answer.body().path("request_id").asText())).isEqualTo(200_000);
    }
}
