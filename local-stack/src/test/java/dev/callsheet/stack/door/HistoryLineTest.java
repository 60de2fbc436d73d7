package dev.callsheet.stack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryLineTest {
    private static final RequestId REQUEST = RequestId.ofKey(new TenantId("demo"), "key");

    @Test
    void aQueuedTakeIsToldWithItsPrice() {
        var fact = new Fact.TakeQueued(REQUEST, TakeId.of(REQUEST, 1), new TenantId("demo"), 1, "wan2.7-i2v", 300_000);

        assertThat(HistoryLine.of(entry(fact))).isEqualTo("take 1 queued for wan2.7-i2v, quoted 0.300000 USD");
    }

    @Test
    void oneCharacterIsNotToldTwiceAndSeveralAreToldByName() {
        var mia = new Fact.CharacterScore("mia", "PASS", "1.00 of frames within 0.604", 1.0, 0.41, List.of());
        var fox = new Fact.CharacterScore("fox", "REVIEW", "no human face", null, null, List.of("COPY_PASTE"));

        assertThat(HistoryLine.of(entry(scored(List.of(mia))))).isEqualTo("measured: REVIEW (fox: no human face)");
        assertThat(HistoryLine.of(entry(scored(List.of(mia, fox)))))
                .isEqualTo("measured: REVIEW (fox: no human face); mia PASS (1.00 of frames within 0.604);"
                        + " fox REVIEW (no human face), look at COPY_PASTE");
    }

    @Test
    void aPersonsWordIsToldWithWhatTheMachineSaid() {
        var ruling = new Ruling(Ruling.Word.APPROVED, "Edit desk", "it is her", Instant.EPOCH);
        var fact = new Fact.ClipRuled(REQUEST, TakeId.of(REQUEST, 1), new TenantId("demo"), ruling, "REVIEW");

        assertThat(HistoryLine.of(entry(fact)))
                .isEqualTo("Edit desk has approved the clip that was measured as REVIEW: it is her");
    }

    private static Fact scored(List<Fact.CharacterScore> characters) {
        var score = new Fact.Score(
                "REVIEW", "fox: no human face", null, null, 0.604, "cal", "s3://a/report.json", null, null, characters);
        return new Fact.ClipScored(REQUEST, TakeId.of(REQUEST, 1), new TenantId("demo"), score);
    }

    @Test
    void anUnknownTypeIsToldByItsName() {
        JsonNode entry = Json.mapper().createObjectNode().put("type", "dev.callsheet.news.v9");

        assertThat(HistoryLine.of(entry)).isEqualTo("dev.callsheet.news.v9");
    }

    private static JsonNode entry(Fact fact) {
        CloudEvent event = fact.event("/test", Instant.EPOCH);
        return Json.mapper().createObjectNode().put("type", event.type()).set("data", Json.read(event.data()));
    }
}
