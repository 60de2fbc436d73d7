package dev.callsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    @Test
    void aWrongTypeIsNamedWithFieldFoundAndAllowed() {
        RequestReader.Reading reading = read("{\"media\":[{\"uri\":\"https://a.example/x.jpg\",\"role\":\"frame\"}]}");

        assertThat(reading.request()).isNull();
        assertThat(reading.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("/media/0/role");
            assertThat(violation.found()).isEqualTo("\"frame\"");
            assertThat(violation.allowed()).contains("firstFrame");
        });
    }

    @Test
    void anUnknownFieldIsAWarningNotASilence() {
        RequestReader.Reading reading = read("{\"prompt\":\"zoom\",\"last_frame\":\"https://a.example/x.jpg\"}");

        assertThat(reading.request()).isNotNull();
        assertThat(reading.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("UNKNOWN_FIELD");
            assertThat(warning.field()).isEqualTo("/last_frame");
        });
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        RequestReader.Reading reading =
                read("{\"seed\":-1,\"maxTakes\":0,\"budget\":{\"limit\":\"two\"},\"media\":[7]}");

        assertThat(reading.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("/seed", "/maxTakes", "/budget/limit", "/media/0");
    }

    private static RequestReader.Reading read(String json) {
        return RequestReader.read(Json.read(json.getBytes(StandardCharsets.UTF_8)));
    }
}
