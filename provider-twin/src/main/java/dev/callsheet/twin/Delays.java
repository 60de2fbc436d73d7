package dev.callsheet.twin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Delays of the live half that were changed while the twin runs; what was not changed keeps its setting. Read anew for
 * every answer. Thread-safe; a restart forgets them.
 */
@ApplicationScoped
public class Delays {
    private final Map<Delay, Duration> changed = new EnumMap<>(Delay.class);

    /** What can be changed. */
    public enum Delay {
        /** From a question to the model's first token. */
        LLM_FIRST("llmFirstMs"),
        /** Between two tokens. */
        LLM_BETWEEN("llmBetweenMs"),
        /** From a text to its first audio. */
        SPEECH_FIRST("speechFirstMs"),
        /** Between two pieces of audio. */
        SPEECH_BETWEEN("speechBetweenMs"),
        /** From an upload of speech to its text. */
        TRANSCRIPTION("transcriptionMs"),
        /** From an utterance's first audio to the avatar's speaking. */
        SPEAK("speakMs");

        private final String word;

        Delay(String word) {
            this.word = word;
        }

        /** Its name at the twin's door. */
        public String word() {
            return word;
        }
    }

    /** The delay of this moment. */
    public synchronized Duration of(Delay which, Duration setting) {
        return changed.getOrDefault(which, setting);
    }

    /** The changed ones. */
    public synchronized Map<Delay, Duration> changed() {
        return Map.copyOf(changed);
    }

    /** Changes one; empty gives it back to its setting. */
    public synchronized void change(Delay which, Optional<Duration> to) {
        to.ifPresentOrElse(delay -> changed.put(which, delay), () -> changed.remove(which));
    }

    /** Gives all back to their settings. */
    public synchronized void restore() {
        changed.clear();
    }
}
