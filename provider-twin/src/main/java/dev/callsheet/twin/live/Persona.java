package dev.callsheet.twin.live;

import org.jspecify.annotations.Nullable;

/**
 * Who a FULL session is.
 *
 * @param contextId what it knows; without one it shows itself and answers nothing
 * @param pushToTalk the person's microphone counts only between start and stop
 */
record Persona(
        @Nullable String voiceId,
        @Nullable String contextId,
        String language,
        @Nullable String llmConfigurationId,
        boolean pushToTalk) {}
