package dev.callsheet.avatar.outbound.openai;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The endpoints' configuration as a service reads it. */
final class Accesses {
    private Accesses() {}

    static LlmAccess llm(String url, Duration timeout) {
        return of("llm", LlmAccess.class, Map.of("url", url, "timeout", timeout, "stall", timeout));
    }

    static SpeechAccess speech(String url, Duration timeout) {
        return of("speech", SpeechAccess.class, Map.of("url", url, "timeout", timeout, "stall", timeout));
    }

    static TranscriptionAccess transcription(String url, Duration timeout) {
        return of(
                "transcription", TranscriptionAccess.class, Map.of("url", url, "timeout", timeout, "model", "whisper"));
    }

    private static <T> T of(String kind, Class<T> access, Map<String, Object> values) {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(access)
                .withDefaultValue("callsheet." + kind + ".key", "secret");
        values.forEach((key, value) -> builder.withDefaultValue("callsheet." + kind + "." + key, value.toString()));
        return builder.build().getConfigMapping(access);
    }
}
