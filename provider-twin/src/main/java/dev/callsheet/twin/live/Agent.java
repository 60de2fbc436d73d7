package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.twin.live.Utterance.Chunk;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** LITE: what the agent says over its line, and what it is told. Thread-safe. */
final class Agent implements Party {
    private final String sessionId;
    private final ObjectMapper json;
    private final Stage stage;
    private @Nullable Line line;

    Agent(String sessionId, ObjectMapper json, Stage stage) {
        this.sessionId = sessionId;
        this.json = json;
        this.stage = stage;
        stage.tell(this::signal);
    }

    /** The way back to the agent. Identity counts: one line per connection. */
    interface Line {
        void send(String message);

        void close(int code, String reason);

        /** The connection is gone without a word. */
        void cut();
    }

    /** A new line takes the place of an older one. */
    synchronized void connect(Line next) {
        var older = line;
        line = next;
        if (older != null) {
            older.close(1000, "another line took its place");
        }
        state("connecting");
    }

    /** Tells so over this line, if it is still the one. */
    synchronized void connected(Line which) {
        if (line == which) {
            state("connected");
        }
    }

    synchronized void disconnect(Line which) {
        if (line == which) {
            line = null;
        }
    }

    /** Breaks the present line: with a code as the product closes, or, by 0, without a word. False if there is none. */
    synchronized boolean breakLine(int code, String reason) {
        if (line == null) {
            return false;
        }
        if (code == 0) {
            line.cut();
        } else {
            line.close(code, reason);
        }
        return true;
    }

    /** @param audible false if it plays as silence: its format is not the announced one */
    void speak(String eventId, String base64, boolean audible) {
        byte[] pcm = Base64.getDecoder().decode(base64);
        // Half a sample would shift all that follow by a byte: noise instead of a voice.
        if (pcm.length > 0 && pcm.length % 2 == 0) {
            stage.speak(new Chunk(eventId, pcm, audible));
        }
    }

    void speakEnd() {
        stage.speakEnd();
    }

    void interrupt() {
        stage.interrupt();
    }

    void interruptWithEcho(Duration after) {
        stage.interruptWithEcho(after);
    }

    @Override
    public synchronized void end(EndReason reason) {
        state("closing");
        send(message("session.stopped").put("end_reason", reason.name()));
        state("closed");
        if (line != null) {
            line.close(1000, "");
            line = null;
        }
    }

    @Override
    public synchronized void leave() {
        if (line != null) {
            line.close(1001, "going away");
            line = null;
        }
    }

    private synchronized void signal(Playback.Signal signal) {
        var told = message(
                switch (signal) {
                    case Playback.Signal.Started _ -> "agent.speak_started";
                    case Playback.Signal.Ended _ -> "agent.speak_ended";
                    case Playback.Signal.Interrupted _ -> "agent.speak_interrupted";
                });
        told.put("event_id", signal.eventId());
        told.putObject("task").put("id", signal.taskId());
        send(told);
    }

    private void state(String state) {
        send(message("session.state_updated").put("state", state));
    }

    private ObjectNode message(String type) {
        return json.createObjectNode().put("type", type).put("session_id", sessionId);
    }

    private void send(ObjectNode message) {
        if (line != null) {
            line.send(message.toString());
        }
    }
}
