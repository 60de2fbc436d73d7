package dev.callsheet.stack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BatchWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aBatchUnderWayIsOneLine() {
        JsonNode batch = json("""
                {"progress":{"total":10000,"ended":5010,"refused":10,"completed":4990,"failed":10,"queued":4982,"rendering":8},
                 "money":{"settledMicros":2495000000,"committedMicros":4000000},
                 "forecast":{"likelyAt":"2026-11-22T10:02:30Z","latestAt":"2026-11-22T11:05:00Z"},
                 "reasons":[{"code":"IMAGE_TOO_SMALL","count":10}]}""");

        assertThat(BatchWords.line(batch))
                .isEqualTo("5010 of 10000: 4990 completed, 10 failed, 10 refused; 4982 queued, 8 rendering;"
                        + " 2495.00 USD spent; 4.00 set aside");
        assertThat(BatchWords.time(batch, NOW)).isEqualTo("ends likely in 2 min 30 s, at the latest in 1 h 5 min");
        assertThat(BatchWords.share(batch)).isEqualTo(0.501);
        assertThat(BatchWords.reasons(batch)).containsExactly("     10  IMAGE_TOO_SMALL");
    }

    @Test
    void whatIsOverSaysNothingOfTimeToCome() {
        JsonNode batch =
                json("{\"progress\":{\"total\":2,\"ended\":2,\"completed\":2},\"money\":{\"settledMicros\":1000000}}");

        assertThat(BatchWords.line(batch)).isEqualTo("2 of 2: 2 completed; 1.00 USD spent");
        assertThat(BatchWords.time(batch, NOW)).isEmpty();
        assertThat(Spoken.time(-5)).isEqualTo("0 s");
        assertThat(Spoken.time(59_001)).isEqualTo("60 s");
    }

    private static JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
