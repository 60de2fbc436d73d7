package dev.callsheet.stack.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryLineTest {
    private static final RequestId REQUEST = RequestId.ofKey(new TenantId("demo"), "key");

    @Test
    void aQueuedTakeIsToldWithItsPrice() {
        var fact = new Fact.TakeQueued(REQUEST, TakeId.of(REQUEST, 1), new TenantId("demo"), 1, "wan2.7-i2v", 300_000);

        assertThat(HistoryLine.of(entry(fact))).isEqualTo("take 1 queued for wan2.7-i2v, quoted 0.300000 USD");
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
