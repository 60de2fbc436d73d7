package dev.callsheet.avatar.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callsheet.conversation.line.Media;
import org.jspecify.annotations.Nullable;

/** @param kind {@code whep}, {@code livekit} or {@code none} */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MediaView(
        String kind, @Nullable String url, @Nullable String token) {
    static MediaView of(Media media) {
        return switch (media) {
            case Media.Whep(String url) -> new MediaView("whep", url, null);
            case Media.LiveKit(String url, String token) -> new MediaView("livekit", url, token);
            case Media.None() -> new MediaView("none", null, null);
        };
    }
}
