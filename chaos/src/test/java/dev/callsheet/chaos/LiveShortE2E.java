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

/** The short form: two packaged replicas, some sessions, and the death of one replica in the midst of them. */
class LiveShortE2E {
    @TempDir
    Path folder;

    @Test
    void noMeterRunsOnAndTheBillIsTheLedger() throws IOException {
        Path json = folder.resolve("live.json");
        var out = new StringWriter();

        int code = new CommandLine(new Chaos())
                .setOut(new PrintWriter(out))
                .execute("live", "--short", "--json", json.toString());

        assertThat(code).as(out.toString()).isZero();
        JsonNode figures = Json.read(Files.readAllBytes(json));
        assertThat(figures.path("paidMicros").asLong()).isPositive();
        assertThat(figures.path("ledgerMicros")).isEqualTo(figures.path("paidMicros"));
        assertThat(figures.path("violations")).isEmpty();
    }
}
