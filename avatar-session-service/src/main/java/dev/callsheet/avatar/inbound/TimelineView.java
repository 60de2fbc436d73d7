package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.conversation.turn.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Milliseconds from the end of the input; null for what did not come. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TimelineView(
        Instant endOfInputAt,
        @Nullable Long transcribedMs,
        @Nullable Long firstTokenMs,
        @Nullable Long firstSentenceMs,
        @Nullable Long firstAudioMs,
        @Nullable Long sentMs,
        @Nullable Long firstFrameMs) {
    static TimelineView of(Timeline line) {
        return new TimelineView(
                line.endOfInput(),
                line.since(line.transcribed()),
                line.since(line.firstToken()),
                line.since(line.firstSentence()),
                line.since(line.firstAudio()),
                line.since(line.sent()),
                line.since(line.firstFrame()));
    }
}
