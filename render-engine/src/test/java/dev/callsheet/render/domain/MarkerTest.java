package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final JsonNode SENT =
            json("{'prompt':'pan left','first_frame':'https://u/1.png','seed':7,'duration':5}");

    @Test
    void theJobWithOurSeedPromptAndInputIsOurs() {
        Job ours = job("b", json("{'seed':7,'first_frame':'https://u/1.png','prompt':'pan left','extra':1}"), 0);
        List<Job> listed =
                List.of(job("a", json("{'seed':8,'first_frame':'https://u/1.png','prompt':'pan left'}"), 0), ours);

        assertThat(Marker.of(SENT).find(listed, SUBMITTED, Set.of())).contains(ours);
    }

    @Test
    void anotherInputIsAnotherJob() {
        Job other = job("a", json("{'seed':7,'first_frame':'https://u/2.png','prompt':'pan left'}"), 0);

        assertThat(Marker.of(SENT).find(List.of(other), SUBMITTED, Set.of())).isEmpty();
    }

    @Test
    void aJobThatBelongsToATakeOrIsOlderThanTheSubmitIsNotOurs() {
        Job taken = job("a", SENT, 0);
        Job old = job("b", SENT, -3600);

        assertThat(Marker.of(SENT).find(List.of(taken, old), SUBMITTED, Set.of("a")))
                .isEmpty();
    }

    private static Job job(String id, JsonNode payload, int seconds) {
        return new Job(id, new JobStatus.Running("queued"), payload, SUBMITTED.plusSeconds(seconds));
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
