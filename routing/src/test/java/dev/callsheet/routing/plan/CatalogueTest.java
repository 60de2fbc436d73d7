package dev.callsheet.routing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Violation;
import dev.callsheet.routing.decision.Policy;
import dev.callsheet.routing.dialect.Dialects;
import dev.callsheet.routing.policy.PolicyFile;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A thousand rows of a catalogue, 37 of them with a defect, of 12 kinds. */
class CatalogueTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String HEAD = "sku,image,width,height,prompt,seconds,resolution,deadline,hard,model,budget\n";

    /** What stands in a defective row, and the code that has to refuse it. */
    private static final List<Map.Entry<String, String>> DEFECTS = List.of(
            Map.entry("%s,C:\\shots\\1.jpg,1600,1600,orbit,5,1080P,,,,", "MEDIA_UNREACHABLE"),
            Map.entry("%s,http://169.254.169.254/1.jpg,1600,1600,orbit,5,1080P,,,,", "MEDIA_UNREACHABLE"),
            Map.entry("%s,https://cdn.shop.example/1.mp4,,,orbit,5,1080P,,,,", "MEDIA_TYPE_MISMATCH"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,160,160,orbit,5,1080P,,,,", "IMAGE_TOO_SMALL"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,0,1080P,,,,", "DURATION_OUT_OF_RANGE"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,16,1080P,,,,", "DURATION_OUT_OF_RANGE"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,five,1080P,,,,", "SCHEMA_INVALID"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,5,8K,,,,", "RESOLUTION_UNSUPPORTED"),
            Map.entry(
                    "%s,https://cdn.shop.example/1.jpg,1600,1600," + "x".repeat(1501) + ",5,1080P,,,,",
                    "PROMPT_TOO_LONG"),
            Map.entry(
                    "%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,5,1080P,2026-11-22T10:01:00Z,yes,,",
                    "DEADLINE_INFEASIBLE"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,5,1080P,,,wan9,", "UNKNOWN_MODEL"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,5,1080P,,,wan2.7-r2v,", "MODEL_HINT_CONFLICT"),
            Map.entry("%s,https://cdn.shop.example/1.jpg,1600,1600,orbit,5,1080P,,,,0.10", "BUDGET_TOO_SMALL"),
            Map.entry("%s,,,,orbit,5,1080P,,,,", "TEXT_ONLY_NO_MODEL"));

    @Test
    void exactlyTheDefectiveRowsAreRefusedEachWithItsCodeAndAFix() throws IOException {
        Policy policy = PolicyFile.load(Optional.empty()).all();
        Map<Integer, String> planted = new TreeMap<>();
        List<Row> rows = Table.rows(new StringReader(catalogue(planted)));
        Planner planner = Planner.of(
                new TenantId("shop"), policy, Dialects.load().named("catalogue").orElseThrow(), NOW);

        List<Planned> planned = rows.stream().map(planner::plan).toList();

        Map<Integer, String> refused = new TreeMap<>();
        for (Planned row : planned) {
            if (!row.decision().routed()) {
                assertThat(row.decision().conflicts())
                        .extracting(Violation::code)
                        .contains(planted.get(row.number()));
                assertThat(row.decision().changes()).as("%s", row).isNotEmpty();
                refused.put(row.number(), String.valueOf(planted.get(row.number())));
            }
        }
        assertThat(refused).isEqualTo(planted).hasSize(37);
        assertThat(refused.values().stream().distinct()).hasSize(12);
        Totals totals = Totals.of(planned.stream().map(Planned::decision).toList(), policy);
        assertThat(totals.rows()).isEqualTo(1_000);
        assertThat(totals.accepted()).isEqualTo(963);
        assertThat(totals.cost().from()).isEqualTo(963L * 5 * 150_000);
        assertThat(totals.clips()).isEqualTo(963);
        assertThat(totals.byRoute()).containsExactly(Map.entry("i2v", 963));
        assertThat(totals.eta()).isNotNull().extracting(eta -> eta.from()).isEqualTo(193L * 240);
    }

    private static String catalogue(Map<Integer, String> planted) {
        List<String> lines = new ArrayList<>();
        for (int row = 1; row <= 1_000; row++) {
            boolean defective = row % 27 == 0;
            if (defective) {
                var defect = DEFECTS.get(planted.size() % DEFECTS.size());
                planted.put(row, defect.getValue());
                lines.add(defect.getKey().formatted("sku-" + row));
            } else {
                lines.add("sku-%d,https://cdn.shop.example/%d.jpg,1600,1600,\"slow orbit, soft light\",5,1080P,,,,"
                        .formatted(row, row));
            }
        }
        return HEAD + String.join("\n", lines) + "\n";
    }
}
