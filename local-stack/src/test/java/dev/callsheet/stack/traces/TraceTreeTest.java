package dev.callsheet.stack.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTreeTest {
    private static final String ROOT = """
            {"id":"a","service":"request-api","name":"accept request","room":"door","what":"by rest",\
            "startedAt":"2026-03-01T10:00:00Z","durationMs":20.5,"failed":false}""";
    private static final String SCORE = """
            {"id":"b","parent":"a","service":"consistency-scorer","name":"process callsheet.work.scoring","room":"scoring",\
            "startedAt":"2026-03-01T10:00:05Z","durationMs":5000,"failed":true,"waitedMs":3700}""";

    @Test
    void childrenStandBelowTheirParentWithTheirTimesAndWhatTheyWaitedFor() {
        List<String> lines = lines("spans", ROOT + "," + SCORE);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("0.00 s", "20.5 ms", "request-api", "accept request  by rest");
        assertThat(lines.get(2))
                .contains("5.00 s", "consistency-scorer", "   process", "(after 3.70 s in its topic)", "FAILED");
    }

    @Test
    void theBarStandsWhereTheSpanStandsInTheWhole() {
        assertThat(lines("spans", ROOT + "," + SCORE).get(2)).contains("│            ████████████│");
    }

    @Test
    void whatIsDrawnFromTheHistorySaysSo() {
        assertThat(lines("facts", ROOT).getFirst()).contains("from the request's history");
    }

    private static List<String> lines(String from, String spans) {
        JsonNode trace = Json.read(("{\"traceId\":\"t\",\"from\":\"" + from
                        + "\",\"startedAt\":\"2026-03-01T10:00:00Z\",\"durationMs\":10000,\"spans\":[" + spans + "]}")
                .getBytes(StandardCharsets.UTF_8));
        return new TraceTree(trace).lines();
    }
}
