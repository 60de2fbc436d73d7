package dev.callsheet.avatar.outbound.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What hears ({@code callsheet.transcription.*}): any endpoint that speaks OpenAI's audio transcriptions. */
@ConfigMapping(prefix = "callsheet.transcription")
public interface TranscriptionAccess {
    @WithDefault("http://127.0.0.1:18090/v1")
    String url();

    String key();

    @WithDefault("whisper-1")
    String model();

    /** Until the text. */
    @WithDefault("PT10S")
    Duration timeout();

    /** Connections at once, of HTTP/1.1. */
    @WithDefault("64")
    int connections();
}
