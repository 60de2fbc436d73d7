package dev.callsheet.avatar.outbound.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The voice ({@code callsheet.speech.*}): any endpoint that speaks OpenAI's audio speech with PCM out. */
@ConfigMapping(prefix = "callsheet.speech")
public interface SpeechAccess {
    @WithDefault("http://127.0.0.1:18090/v1")
    String url();

    String key();

    @WithDefault("twin")
    String model();

    @WithDefault("twin")
    String voice();

    /** Until the first sound. */
    @WithDefault("PT10S")
    Duration timeout();

    /** Between two pieces of sound. */
    @WithDefault("PT5S")
    Duration stall();

    /** Connections at once, of HTTP/1.1. */
    @WithDefault("256")
    int connections();
}
