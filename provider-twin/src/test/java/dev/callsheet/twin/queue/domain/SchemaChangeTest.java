package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaChangeTest {

    private final Model model = Catalogue.find("wan2.7-i2v").orElseThrow();

    @Test
    void parametersComeAndGoAndChangeTheirNames() {
        var style = Field.word("style", "plain", List.of("plain", "noir"));
        var change = new SchemaChange(
                List.of(style, Field.number("duration", 5L, 2, 8, "seconds")),
                Set.of("watermark"),
                Map.of("seed", "random_seed"));

        var changed = change.apply(model);

        assertThat(changed.fields())
                .extracting(Field::name)
                .contains("style", "random_seed", "duration")
                .doesNotContain("watermark", "seed")
                .doesNotHaveDuplicates();
        var long15 = JsonNodeFactory.instance.objectNode().put("duration", 15);
        assertThat(model.payloadFault(long15)).isEmpty();
        assertThat(changed.payloadFault(long15))
                .hasValueSatisfying(why -> assertThat(why).contains("2 to 8"));
    }

    @Test
    void namesThatTheModelDoesNotHaveAreFound() {
        assertThat(new SchemaChange(List.of(), Set.of("seed", "sed"), Map.of("promt", "x")).unknownNames(model))
                .containsExactlyInAnyOrder("sed", "promt");
    }
}
