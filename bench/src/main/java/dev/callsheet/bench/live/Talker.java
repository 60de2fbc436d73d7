package dev.callsheet.bench.live;

import dev.callsheet.contracts.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.util.function.Consumer;

/** One viewer: asks, hears the answer, and asks again. On the providers' event loop. */
final class Talker {
    private final Vertx vertx;
    private final int session;
    private final Turns turns;
    private final WebSocket socket;
    private final Consumer<Turns.Seen> seen;
    private final Runnable lost;
    private long pauseMillis;
    private boolean talking;
    private boolean open;
    private int asked;

    /** @param lost told when a turn ended without having been spoken */
    Talker(Vertx vertx, int session, Turns turns, WebSocket socket, Consumer<Turns.Seen> seen, Runnable lost) {
        this.vertx = vertx;
        this.session = session;
        this.turns = turns;
        this.socket = socket;
        this.seen = seen;
        this.lost = lost;
        socket.textMessageHandler(this::hear);
    }

    /** @param pause from one turn's end to the next words, in milliseconds */
    void talk(long firstAfter, long pause) {
        pauseMillis = pause;
        talking = true;
        next(firstAfter);
    }

    /** Lets the present turn end and asks nothing more. */
    void fallSilent() {
        talking = false;
    }

    /** Questions so far. */
    int asked() {
        return asked;
    }

    boolean silent() {
        return !open;
    }

    void close() {
        socket.close();
    }

    private void next(long after) {
        if (after == 0) {
            ask();
        } else {
            vertx.setTimer(after, _ -> ask());
        }
    }

    private void ask() {
        if (!talking) {
            return;
        }
        open = true;
        asked++;
        String words = turns.ask(session, System.nanoTime());
        socket.writeTextMessage("{\"type\":\"say\",\"text\":\"" + words + "\"}");
    }

    private void hear(String text) {
        long now = System.nanoTime();
        // The type is read by eye: a parser of ours would be measured as a delay of theirs.
        if (text.contains("\"turn.started\"")) {
            turns.taken(now);
        } else if (text.contains("\"turn.speaking\"")) {
            Turns.Seen whole = turns.spoken(now);
            if (whole == null) {
                lost.run();
            } else {
                seen.accept(whole);
            }
        } else if (text.contains("\"turn.ended\"")) {
            open = false;
            if (Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .path("interrupted")
                    .asBoolean()) {
                lost.run();
            }
            next(pauseMillis);
        }
    }
}
