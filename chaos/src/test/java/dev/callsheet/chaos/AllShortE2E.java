package dev.callsheet.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The short form: the whole house on three brokers, each kind of fault once, and every lie of the provider. */
class AllShortE2E {
    @TempDir
    Path folder;

    @Test
    void whateverFallsNothingIsLostAndNothingHappensTwice() throws IOException {
        Path json = folder.resolve("all.json");
        var out = new StringWriter();

        int code = new CommandLine(new Chaos())
                .setOut(new PrintWriter(out))
                .execute("all", "--short", "--json", json.toString());

        assertThat(code).as(out.toString()).isZero();
        JsonNode figures = Json.read(Files.readAllBytes(json));
        assertThat(figures.path("complete").asBoolean()).isTrue();
        assertThat(figures.path("accepted").asLong()).as("accepted").isGreaterThan(50);
        assertThat(figures.path("sessions").asLong()).as("sessions").isPositive();
        assertThat(figures.path("faults")).as("faults").hasSizeGreaterThanOrEqualTo(3);
        for (String none : new String[] {"lost", "duplicated", "failedCalls"}) {
            assertThat(figures.path(none).asLong(-1)).as(none).isZero();
        }
        assertThat(figures.path("violations")).isEmpty();
    }
}
