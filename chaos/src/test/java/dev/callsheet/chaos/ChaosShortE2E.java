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

/** The short form: three packaged workers, some hundred takes, every kind of fault, strike and kill. */
class ChaosShortE2E {
    @TempDir
    Path folder;

    @Test
    void everyTakeIsPaidOnceAndNoneIsLost() throws IOException {
        Path json = folder.resolve("money.json");
        var out = new StringWriter();

        int code = new CommandLine(new Chaos())
                .setOut(new PrintWriter(out))
                .execute("money", "--short", "--json", json.toString());

        assertThat(code).as(out.toString()).isZero();
        JsonNode figures = Json.read(Files.readAllBytes(json));
        assertThat(figures.path("complete").asBoolean()).isTrue();
        assertThat(figures.path("kills").asLong()).as("kills").isPositive();
        assertThat(figures.path("submitsPaid").asLong()).as("submits paid").isPositive();
        for (String none : new String[] {"lost", "paidTwice", "differenceMicros", "orphans", "outOfOrder"}) {
            assertThat(figures.path(none).asLong(-1)).as(none).isZero();
        }
    }
}
