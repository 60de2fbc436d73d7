package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.util.function.Consumer;

/** Watches a batch; a front desk that is away for a while is waited for. */
public final class BatchFollower {
    private static final int LOOK_EVERY = 3;

    private final FrontDesk desk;
    private final String id;
    private final Consumer<JsonNode> looks;

    /** @param looks gets the batch at each look */
    public BatchFollower(FrontDesk desk, String id, Consumer<JsonNode> looks) {
        this.desk = desk;
        this.id = id;
        this.looks = looks;
    }

    /** Waits until all of it has ended. @throws StackFailure if that takes too long */
    public JsonNode untilEnded(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            JsonNode batch = desk.batch(id);
            looks.accept(batch);
            if (batch.path("ended").asBoolean()) {
                return batch;
            }
            if (System.nanoTime() > end) {
                throw new StackFailure(
                        "batch " + id + " has not ended after " + limit.toSeconds() + " s; it goes on by itself");
            }
            for (int i = 0; i < LOOK_EVERY; i++) {
                Patience.rest();
            }
        }
    }
}
