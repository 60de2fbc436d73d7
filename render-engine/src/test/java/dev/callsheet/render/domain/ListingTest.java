package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final JsonNode SENT =
            json("{'prompt':'pan left','first_frame':'https://u/1.png','seed':7,'duration':5}");

    @Test
    void theJobWithOurSeedPromptAndInputIsOurs() {
        Job ours = job("b", json("{'seed':7,'first_frame':'https://u/1.png','prompt':'pan left','extra':1}"), 0);
        List<Job> listed =
                List.of(job("a", json("{'seed':8,'first_frame':'https://u/1.png','prompt':'pan left'}"), 0), ours);

        assertThat(bearing(listed)).containsExactly(ours);
    }

    @Test
    void anotherInputIsAnotherJob() {
        Job other = job("a", json("{'seed':7,'first_frame':'https://u/2.png','prompt':'pan left'}"), 0);

        assertThat(bearing(List.of(other))).isEmpty();
    }

    @Test
    void aJobOlderThanTheSubmitIsNotOurs() {
        assertThat(bearing(List.of(job("b", SENT, -3600)))).isEmpty();
    }

    @Test
    void aListProvesNothingBeforeTheSettleTimeIsOver() {
        assertThat(silentAbout(new Listing(List.of(), SUBMITTED.plusSeconds(89)), 0))
                .isPresent();
        assertThat(silentAbout(new Listing(List.of(), SUBMITTED.plusSeconds(90)), 0))
                .isEmpty();
    }

    @Test
    void aListThatWasCutShortProvesNothing() {
        List<Job> page = IntStream.range(0, 20)
                .mapToObj(i -> job("j" + i, json("{'seed':" + (100 + i) + "}"), 1))
                .toList();
        Listing cut = new Listing(page, SUBMITTED.plusSeconds(120));

        assertThat(silentAbout(cut, 21))
                .hasValueSatisfying(doubt -> assertThat(doubt).contains("does not reach back"));
        assertThat(silentAbout(cut, 20))
                .as("all that the provider ever had from us")
                .isEmpty();
    }

    @Test
    void aListThatReachesBackBeforeTheSubmitProvesThatThereIsNoJob() {
        List<Job> page = IntStream.range(0, 20)
                .mapToObj(i -> job("j" + i, json("{'seed':" + (100 + i) + "}"), 1 - 10 * i))
                .toList();

        assertThat(silentAbout(new Listing(page, SUBMITTED.plusSeconds(120)), 1000))
                .isEmpty();
    }

    private static Optional<String> silentAbout(Listing listing, long accepted) {
        return listing.silentAbout(SUBMITTED, SUBMITTED, Duration.ofSeconds(90), accepted);
    }

    private static List<Job> bearing(List<Job> listed) {
        return new Listing(listed, SUBMITTED)
                .bearing(Marker.of(SENT), SUBMITTED)
                .toList();
    }

    private static Job job(String id, JsonNode payload, int seconds) {
        return new Job(id, new JobStatus.Running("queued"), Marker.of(payload), SUBMITTED.plusSeconds(seconds));
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
