package dev.callsheet.twin.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the OpenAI-style endpoints behave ({@code twin.llm.*}). */
@ConfigMapping(prefix = "twin.llm")
public interface LlmSettings {
    @WithDefault("twin-llm-key")
    String key();

    /** From the question to the first token. */
    @WithDefault("80ms")
    Duration firstToken();

    @WithDefault("15ms")
    Duration betweenTokens();

    /** From a speech request to its first audio. */
    @WithDefault("60ms")
    Duration firstAudio();

    /** Between two pieces of audio of 100 ms each. */
    @WithDefault("10ms")
    Duration betweenAudio();

    /** From an upload of speech to its text. */
    @WithDefault("100ms")
    Duration transcription();

    /** What speech transcribes to that is not the twin's own; empty for an empty text. */
    @WithDefault("[speech not understood by the simulated transcriber]")
    Optional<String> notUnderstood();
}
