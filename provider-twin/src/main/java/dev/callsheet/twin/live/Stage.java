package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.twin.live.media.AvatarStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One active session at work: what it says, who listens to it, and the agent's line. Thread-safe. */
final class Stage {
    private final String sessionId;
    private final ObjectMapper json;
    private final Playback playback;
    private final @Nullable AvatarStream stream;
    private @Nullable AgentLine line;

    Stage(String sessionId, ObjectMapper json, Playback playback, @Nullable AvatarStream stream) {
        this.sessionId = sessionId;
        this.json = json;
        this.playback = playback;
        this.stream = stream;
    }

    /** The way back to the agent. */
    interface AgentLine {
        void send(String message);

        void close();
    }

    boolean hasMedia() {
        return stream != null;
    }

    Optional<AvatarStream> stream() {
        return Optional.ofNullable(stream);
    }

    /** A new line takes the place of an older one. */
    synchronized void connect(AgentLine next) {
        var older = line;
        line = next;
        if (older != null) {
            older.close();
        }
        state("connecting");
    }

    /** True if this line is still the one; from now on its messages count. */
    synchronized boolean connected(AgentLine which) {
        if (line != which) {
            return false;
        }
        state("connected");
        return true;
    }

    synchronized void disconnect(AgentLine which) {
        if (line == which) {
            line = null;
        }
    }

    synchronized void speak(String eventId, byte[] pcm) {
        playback.speak(eventId, pcm);
    }

    synchronized void speakEnd() {
        playback.speakEnd();
    }

    synchronized void interrupt() {
        tell(playback.interrupt());
        if (stream != null) {
            stream.hush();
        }
    }

    /** Plays the next 10 ms. */
    void step() {
        Playback.Frame frame;
        synchronized (this) {
            frame = playback.next();
            tell(frame.signals());
        }
        if (stream != null) {
            stream.hear(frame.pcm(), frame.loudness());
        }
    }

    void draw(long nanos) {
        if (stream != null) {
            stream.draw(nanos);
        }
    }

    synchronized void close(String endReason) {
        state("closing");
        var stopped = message("session.stopped");
        stopped.put("end_reason", endReason);
        send(stopped);
        state("closed");
        if (line != null) {
            line.close();
            line = null;
        }
        if (stream != null) {
            stream.close();
        }
    }

    private void tell(List<Playback.Signal> signals) {
        for (Playback.Signal signal : signals) {
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
    }

    private void state(String state) {
        var told = message("session.state_updated");
        told.put("state", state);
        send(told);
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
