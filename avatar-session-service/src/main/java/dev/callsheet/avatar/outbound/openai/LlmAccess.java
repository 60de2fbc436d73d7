package dev.callsheet.avatar.outbound.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The language model ({@code callsheet.llm.*}): any endpoint that speaks OpenAI's chat completions. */
@ConfigMapping(prefix = "callsheet.llm")
public interface LlmAccess {
    @WithDefault("http://127.0.0.1:18090/v1")
    String url();

    String key();

    @WithDefault("twin")
    String model();

    /** Until the answer begins. */
    @WithDefault("PT10S")
    Duration timeout();
}
