package dev.callsheet.render.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelContractTest {
    private static final String PROMPT = "{'name':'prompt','type':'string','required':true,'max_value':1500}";
    private static final String SIZE =
            "{'name':'resolution','type':'enum','required':false,'options':['720P','1080P'],'default_value':'1080P'}";
    private static final ModelContract KNOWN = contract(PROMPT, SIZE);

    @Test
    void theSameInAnotherOrderIsNoDrift() {
        assertThat(KNOWN.driftTo(contract(SIZE.replace("'720P','1080P'", "'1080P','720P'"), PROMPT)))
                .isEmpty();
        assertThat(KNOWN.driftTo(contract(PROMPT.replace("1500", "1500.0"), SIZE)))
                .isEmpty();
    }

    @Test
    void aNewOptionalFieldBreaksNothingAndARequiredOneDoes() {
        String optional = "{'name':'camera','type':'string','required':false}";

        assertThat(KNOWN.driftTo(contract(PROMPT, SIZE, optional)))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.breaking()).isFalse();
                    assertThat(drift.words()).isEqualTo("camera is new (string, optional)");
                });
        assertThat(KNOWN.driftTo(contract(PROMPT, SIZE, optional.replace("false", "true"))))
                .singleElement()
                .matches(Drift::breaking);
    }

    @Test
    void whatIsGoneOrOtherwiseThanBeforeBreaks() {
        assertThat(broken(contract(PROMPT))).containsExactly("resolution is gone");
        assertThat(broken(contract(PROMPT.replace("true", "false"), SIZE)))
                .containsExactly("prompt was string, required, any to 1500; is string, optional, any to 1500");
        assertThat(broken(contract(PROMPT.replace("1500", "1000"), SIZE))).hasSize(1);
        assertThat(broken(contract(PROMPT.replace("string", "text"), SIZE))).hasSize(1);
        assertThat(broken(contract(PROMPT, SIZE.replace("'720P',", "")))).hasSize(1);
        assertThat(broken(contract(PROMPT, SIZE.replace("'720P',", "'480P','720P',"))))
                .hasSize(1);
    }

    @Test
    void detailsWithoutParametersSayNothing() {
        assertThat(ModelContract.of("m", Json.read("{\"parameters\":[]}".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(ModelContract.of("m", Json.read("{\"detail\":\"soon\"}".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static List<String> broken(ModelContract found) {
        return KNOWN.driftTo(found).stream()
                .filter(Drift::breaking)
                .map(Drift::words)
                .toList();
    }

    private static ModelContract contract(String... fields) {
        String text = "{\"parameters\":[" + String.join(",", fields).replace('\'', '"') + "]}";
        return ModelContract.of("m", Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
    }
}
