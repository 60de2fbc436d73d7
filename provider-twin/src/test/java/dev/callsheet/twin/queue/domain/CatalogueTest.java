package dev.callsheet.twin.queue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wan2.7-i2v | {"duration":1}                                        | duration
            wan2.7-i2v | {"duration":"5"}                                      | duration
            wan2.7-i2v | {"duration":5.5}                                      | duration
            wan2.7-i2v | {"resolution":"720p"}                                 | resolution
            wan2.7-i2v | {"first_frame":"C:/a.png"}                            | first_frame
            wan2.7-i2v | {"prompt_extend":"yes"}                               | prompt_extend
            wan2.7-i2v | {"seed":2147483648}                                   | seed
            wan2.7-i2v | []                                                    | payload
            wan2.7-r2v | {"reference_image":["http://h/a.png"]}                | prompt
            wan2.7-r2v | {"prompt":" "}                                        | prompt
            wan2.7-r2v | {"prompt":"p","ratio":"21:9"}                         | ratio
            wan2.7-r2v | {"prompt":"p","reference_image":"http://h/a.png"}     | reference_image
            wan2.7-r2v | {"prompt":"p","reference_image":["http://h/1","http://h/2","http://h/3"],"reference_video":["http://h/4","http://h/5","http://h/6"]} | reference
            """)
    void whatTheFieldTablesForbidIsNamed(String model, String payload, String named) {
        assertThat(fault(model, payload))
                .hasValueSatisfying(text -> assertThat(text).contains(named));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wan2.7-i2v | {"first_frame":"https://h/a.png","last_frame":null,"resolution":"720P","duration":15}
            wan2.7-i2v | {"first_frame":"https://h/a.png","anything_else":{"take":1}}
            wan2.7-r2v | {"prompt":"Image 1 runs","reference_image":["http://h/1"],"ratio":"9:16","seed":0}
            """)
    void whatTheFieldTablesAllowPasses(String model, String payload) {
        assertThat(fault(model, payload)).isEmpty();
    }

    @Test
    void whatOnlyTheModelBehindTheQueueForbidsIsFoundLater() {
        assertThat(fault("wan2.7-i2v", "{}")).isEmpty();
        assertThat(upstream("wan2.7-i2v", "{}")).isPresent();
        assertThat(upstream("wan2.7-r2v", "{\"prompt\":\"p\"}")).isPresent();
        assertThat(upstream(
                        "wan2.7-r2v", "{\"prompt\":\"p\",\"duration\":12,\"reference_video\":[\"http://h/a.mp4\"]}"))
                .isPresent();
    }

    private static Optional<String> fault(String model, String payload) {
        return Catalogue.find(model).orElseThrow().payloadFault(json(payload));
    }

    private static Optional<String> upstream(String model, String payload) {
        return Catalogue.find(model).orElseThrow().upstreamFault(json(payload));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
