package dev.callsheet.avatar.outbound.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The language model ({@code callsheet.llm.*}): any endpoint that speaks OpenAI's chat completions. */
@ConfigMapping(prefix = "callsheet.llm")
public interface LlmAccess {
    /** GMI's host for language models; its queue has another. */
    @WithDefault("https://api.gmi-serving.com/v1")
    String url();

    String key();

    @WithDefault("deepseek-ai/DeepSeek-V3.2")
    String model();

    /** Until the first word. */
    @WithDefault("PT10S")
    Duration timeout();

    /** Between two words. */
    @WithDefault("PT5S")
    Duration stall();

    /** Connections at once, of HTTP/1.1. */
    @WithDefault("256")
    int connections();
}
