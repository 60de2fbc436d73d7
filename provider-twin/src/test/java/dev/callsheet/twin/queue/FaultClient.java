package dev.callsheet.twin.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.twin.queue.QueueClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** What tests of faults say over and over. */
final class FaultClient {

    private static final AtomicInteger SEEDS = new AtomicInteger(1000);

    final QueueClient queue;

    FaultClient(String url) {
        this.queue = new QueueClient(URI.create(url));
    }

    /** Submits a short clip with a seed of its own. */
    Answer submit(String prompt) throws IOException, InterruptedException {
        return queue.submit("wan2.7-i2v", payload(prompt, SEEDS.incrementAndGet()));
    }

    /** Submits, and expects to be accepted; returns the job's id. */
    String accepted(String prompt) throws IOException, InterruptedException {
        var answer = submit(prompt);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("request_id").asText();
    }

    JsonNode payload(String prompt, int seed) throws IOException {
        return queue.payload("{\"duration\":2,\"resolution\":\"720P\"}")
                .put("prompt", prompt)
                .put("seed", seed)
                .put("first_frame", "http://127.0.0.1:9/none.png");
    }

    /** Waits until the job has ended by the twin's own books; reads nothing. */
    String end(String id) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> state(id),
                        state -> List.of("success", "failed", "cancelled").contains(state));
        return state(id);
    }

    String state(String id) {
        return oracle(id).path("state").asText();
    }

    long micros(String id) {
        return oracle(id).path("micros").asLong();
    }

    JsonNode oracle(String id) {
        return StreamSupport.stream(oracle().path("jobs").spliterator(), false)
                .filter(job -> job.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    JsonNode oracle() {
        try {
            return queue.send("GET", "/twin/oracle", "").body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int accepted() throws IOException, InterruptedException {
        return queue.send("GET", "/twin/stats", "").body().path("accepted").asInt();
    }

    void arm(String order) throws IOException, InterruptedException {
        var answer = queue.send("POST", "/twin/faults", order);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    List<String> listed(String model) throws IOException, InterruptedException {
        var list = queue.send("GET", QueueClient.QUEUE + "/requests?model_id=" + model, "");
        assertThat(list.status()).isEqualTo(200);
        return list.body().path("requests").findValuesAsText("request_id");
    }

    Answer cancel(String id) throws IOException, InterruptedException {
        return queue.send("DELETE", QueueClient.QUEUE + "/requests/" + id, "");
    }
}
