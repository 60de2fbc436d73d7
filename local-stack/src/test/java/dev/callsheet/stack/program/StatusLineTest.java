package dev.callsheet.stack.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static final JsonNode REQUEST = Json.read("""
            {"createdAt":"2026-11-22T10:00:00Z","progress":{"state":"queued","place":3,
             "likelyAt":"2026-11-22T10:04:00Z","latestAt":"2026-11-22T10:08:00Z"}}""".getBytes(StandardCharsets.UTF_8));
    private static final Instant HALF = Instant.parse("2026-11-22T10:02:00Z");

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void onATerminalTheLineIsDrawnOverItself() {
        var status = new StatusLine(out, true);
        status.progress(REQUEST, HALF);
        status.print("news");
        status.end();

        String bar = "[###############---------------] 50 %  queued, 3 before it; ends likely in 2 min 0 s,"
                + " at the latest in 6 min 0 s";
        assertThat(text.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("\r\u001b[K" + bar + "\r\u001b[Knews\n" + bar + "\n");
    }

    @Test
    void elsewhereOnlyWhatHasChangedIsALine() {
        var status = new StatusLine(out, false);
        status.progress(REQUEST, HALF);
        status.show(0.5, "5 of 10", "ends in 9 s");
        status.show(0.5, "5 of 10", "ends in 8 s");
        status.show(0.6, "6 of 10", "");
        status.end();

        assertThat(text.toString().lines()).containsExactly("5 of 10; ends in 9 s", "6 of 10");
    }

    @Test
    void aFileOfManyRequestsIsABatchAndItsKeyIsItsContent() {
        byte[] one = "{\"prompt\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        byte[] list = "[{\"prompt\":\"x\"}]".getBytes(StandardCharsets.UTF_8);

        assertThat(BatchFile.of(Path.of("a.json"), one)).isEmpty();
        assertThat(BatchFile.of(Path.of("a.json"), list)).map(BatchFile::type).contains("application/json");
        assertThat(BatchFile.of(Path.of("a.CSV"), one)).map(BatchFile::type).contains("text/csv");
        assertThat(BatchFile.of(Path.of("a.jsonl"), one).map(BatchFile::key))
                .isEqualTo(BatchFile.of(Path.of("b.jsonl"), one).map(BatchFile::key))
                .isNotEqualTo(BatchFile.of(Path.of("a.jsonl"), list).map(BatchFile::key));
    }
}
