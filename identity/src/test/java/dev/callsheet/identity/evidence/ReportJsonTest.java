package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
    private final ReportJson json = new ReportJson();

    @Test
    void aClipsReportIsWrittenWithSixPlacesAndItsSchema() {
        byte[] bytes = json.write(Drawn.switched().report());
        JsonNode read = Json.read(bytes);

        assertThat(read.get("schema").textValue()).isEqualTo("callsheet.clip-report.v2");
        assertThat(read.at("/characters/0/frames")).hasSize(22);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContainPattern("\\d\\.\\d{7}|\\dE-?\\d");
    }

    @Test
    void aCampaignsReportIsWrittenTheSameWay() {
        byte[] bytes = json.write(DrawnCampaign.small());
        JsonNode read = Json.read(bytes);

        assertThat(read.get("schema").textValue()).isEqualTo("callsheet.campaign-report.v1");
        assertThat(read.get("clips")).hasSize(10);
        assertThat(read.at("/clips/2/outcome").textValue()).isEqualTo("UNMADE");
        assertThat(read.at("/clips/2").has("clip")).as("null is absent").isFalse();
        assertThat(json.write(DrawnCampaign.small())).isEqualTo(bytes);
    }

    @Test
    void namesAreKeptAsTheyWereGiven() {
        var report = Drawn.hostile().report();

        assertThat(Json.read(json.write(report)).at("/characters/0/name").textValue())
                .isEqualTo(report.characters().getFirst().name());
    }
}
