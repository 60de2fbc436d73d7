package dev.callsheet.stack.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostTableTest {
    @Test
    void theSumCountsACampaignOnce() {
        var table = new CostTable(new TreeMap<>(Map.of(
                "i2v-worker",
                json(
                        "{'lines':[{'tenant':'demo','settledMicros':500000,'takesPaid':1,'capMicros':900000,'leftMicros':400000},"
                                + "{'tenant':'demo','campaign':'spring','settledMicros':300000,'takesPaid':1}],'disagreements':[]}"),
                "r2v-worker",
                json("{'lines':[{'tenant':'acme','settledMicros':250000,'takesPaid':2}],"
                        + "'disagreements':[{'tenant':'acme'}]}"))));

        assertThat(table.lines()).hasSize(6);
        assertThat(table.lines().get(4)).startsWith("sum").contains("0.75").contains("     3 ");
        assertThat(table.lines().get(1)).contains("(all)", "0.50", "0.90", "0.40");
        assertThat(table.lines().getLast()).contains("r2v-worker: THE PURSE DISAGREES");
    }

    @Test
    void aCampaignThatWasAskedForAloneIsTheSum() {
        var table = new CostTable(
                Map.of("i2v-worker", json("{'lines':[{'tenant':'demo','campaign':'spring','settledMicros':300000}]}")));

        assertThat(table.lines().getLast()).startsWith("sum").contains("0.30");
    }

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
