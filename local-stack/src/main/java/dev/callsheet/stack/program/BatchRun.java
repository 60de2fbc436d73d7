package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.BatchFollower;
import dev.callsheet.stack.door.BatchWords;
import dev.callsheet.stack.door.FrontDesk;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** A batch on the screen, until it has ended. */
final class BatchRun {
    private final FrontDesk desk;
    private final PrintWriter out;

    BatchRun(FrontDesk desk, PrintWriter out) {
        this.desk = desk;
        this.out = out;
    }

    /** @return whether every row has its clip */
    boolean follow(String id, Duration limit) {
        StatusLine status = StatusLine.on(out);
        try (var _ = new GoesOn(out, "./callsheet batch " + id)) {
            JsonNode end = new BatchFollower(
                            desk,
                            id,
                            batch -> status.show(
                                    BatchWords.share(batch),
                                    BatchWords.line(batch),
                                    BatchWords.time(batch, Instant.now())))
                    .untilEnded(limit);
            status.end();
            BatchWords.reasons(end).forEach(out::println);
            out.println("batch   " + id + " " + end.path("state").asText());
            out.println("results ./callsheet batch " + id + " --results results.csv");
            out.flush();
            return end.path("state").asText().equals("completed");
        }
    }
}
