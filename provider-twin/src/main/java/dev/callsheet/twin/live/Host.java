package dev.callsheet.twin.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.twin.chat.Reply;
import dev.callsheet.twin.live.Utterance.Chunk;
import dev.callsheet.twin.speech.Voice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * FULL: the avatar thinks and speaks by itself. It takes what people send on {@code agent-control} and tells them on
 * {@code agent-response}. Thread-safe.
 */
final class Host implements Party {
    private final String sessionId;
    private final Character character;
    private final Stage stage;
    private final Transcript transcript;
    private final Clockwork clockwork;
    private final ObjectMapper json;
    private final List<Consumer<String>> people = new CopyOnWriteArrayList<>();
    private final Map<String, Saying> sayings = new HashMap<>();
    private int generation;

    Host(
            String sessionId,
            Character character,
            Stage stage,
            Transcript transcript,
            Clockwork clockwork,
            ObjectMapper json) {
        this.sessionId = sessionId;
        this.character = character;
        this.stage = stage;
        this.transcript = transcript;
        this.clockwork = clockwork;
        this.json = json;
        stage.tell(this::signal);
    }

    /**
     * Who it is.
     *
     * @param answers false without a context: then it hears and says nothing by itself
     * @param opening what it says at first; empty for nothing
     */
    record Character(String voice, boolean answers, String opening, boolean pushToTalk) {}

    /** How long it thinks, what comes later, and what ends the session from inside. */
    record Clockwork(Supplier<Duration> thinking, Later later, Consumer<EndReason> stop, Runnable sign) {}

    /** Runs something after a time. */
    @FunctionalInterface
    interface Later {
        void run(Runnable what, Duration delay);
    }

    private record Saying(String text, @Nullable String source, boolean begun) {}

    /** Adds somebody who is told; the way out of it is returned. */
    Runnable join(Consumer<String> listener) {
        people.add(listener);
        return () -> people.remove(listener);
    }

    /** The words at the begin, if it has some. */
    void open() {
        if (!character.opening().isBlank()) {
            say(character.opening(), null);
        }
    }

    /** A message of the topic {@code agent-control}; what is not understood is dropped. */
    void control(String message) {
        JsonNode read;
        try {
            read = json.readTree(message);
        } catch (JsonProcessingException e) {
            return;
        }
        String source =
                read.path("event_id").isTextual() ? read.path("event_id").asText() : null;
        String text = read.path("text").asText("").strip();
        switch (read.path("event_type").asText()) {
            case "avatar.speak_text" -> repeat(text, source);
            case "avatar.speak_response" -> respond(text, source);
            case "avatar.interrupt" -> interrupt();
            case "user.start_push_to_talk" ->
                send(event(
                        character.pushToTalk() ? "user.push_to_talk_started" : "user.push_to_talk_start_failed",
                        source));
            case "user.stop_push_to_talk" ->
                send(event(
                        character.pushToTalk() ? "user.push_to_talk_stopped" : "user.push_to_talk_stop_failed",
                        source));
            case "session.update" -> send(event("session.updated", source));
            case "session.stop" -> clockwork.stop().accept(EndReason.USER_CLOSED);
            case "session.keep_alive" -> clockwork.sign().run();
            default -> {
                // Listening states change nothing that could be seen.
            }
        }
    }

    /** All people have left for good. */
    void deserted() {
        clockwork.stop().accept(EndReason.USER_DISCONNECTED);
    }

    @Override
    public void end(EndReason reason) {
        send(event("session.state_updated", null).put("state", "closed"));
        send(event("session.stopped", null).put("end_reason", reason.name()));
        leave();
    }

    @Override
    public synchronized void leave() {
        generation++;
        people.clear();
    }

    private void repeat(String text, @Nullable String source) {
        if (!text.isEmpty()) {
            say(text, source);
        }
    }

    private void respond(String text, @Nullable String source) {
        if (text.isEmpty() || !character.answers()) {
            return;
        }
        int now;
        synchronized (this) {
            now = generation;
        }
        transcript.add("user", text);
        send(event("user.transcription", source).put("text", text));
        clockwork
                .later()
                .run(() -> answer(text, source, now), clockwork.thinking().get());
    }

    private void answer(String text, @Nullable String source, int asked) {
        synchronized (this) {
            if (asked != generation) {
                return;
            }
        }
        say(Reply.to(text), source);
    }

    private void interrupt() {
        synchronized (this) {
            generation++;
        }
        stage.interrupt();
    }

    private void say(String text, @Nullable String source) {
        byte[] pcm = Voice.say(text, character.voice());
        String id;
        synchronized (this) {
            id = source == null || sayings.containsKey(source)
                    ? UUID.randomUUID().toString()
                    : source;
            sayings.put(id, new Saying(text, source, false));
        }
        for (String sentence : text.split("(?<=[.!?]) ")) {
            send(event("avatar.transcription.chunk", source).put("text", sentence));
        }
        send(event("avatar.transcription", source).put("text", text));
        stage.utter(new Chunk(id, pcm, true));
    }

    private synchronized void signal(Playback.Signal signal) {
        String id = signal.eventId();
        switch (signal) {
            case Playback.Signal.Started _ -> began(id, sayings.get(id));
            case Playback.Signal.Ended _, Playback.Signal.Interrupted _ -> ended(sayings.remove(id));
        }
    }

    private void began(String id, @Nullable Saying saying) {
        if (saying != null) {
            sayings.put(id, new Saying(saying.text(), saying.source(), true));
            transcript.add("avatar", saying.text());
            send(event("avatar.speak_started", saying.source()));
        }
    }

    /** What never began is dropped without a word. */
    private void ended(@Nullable Saying saying) {
        if (saying != null && saying.begun()) {
            send(event("avatar.speak_ended", saying.source()));
        }
    }

    private ObjectNode event(String type, @Nullable String source) {
        return json.createObjectNode()
                .put("event_id", UUID.randomUUID().toString())
                .put("event_type", type)
                .put("session_id", sessionId)
                .put("source_event_id", source);
    }

    private void send(ObjectNode message) {
        String text = message.toString();
        people.forEach(listener -> listener.accept(text));
    }
}
