package dev.callsheet.twin.queue.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways in which the provider names the file of a success. */
public enum OutcomeShape {
    /** A list of media with ids: newer models. */
    MEDIA_URLS,
    /** One video address: the API reference. */
    VIDEO_URL,
    /** One audio address: speech models. */
    AUDIO_URL,
    /** The clip as if it were a picture of itself, and nothing else. */
    THUMBNAIL_ONLY;

    /** The shape of that configuration word. */
    public static OutcomeShape named(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The outcome of a success. */
    public Map<String, Object> success(String video, String thumbnail) {
        return switch (this) {
            case MEDIA_URLS ->
                Map.of("media_urls", List.of(Map.of("id", "0", "url", video)), "thumbnail_image_url", thumbnail);
            case VIDEO_URL -> Map.of("video_url", video, "thumbnail_image_url", thumbnail);
            case AUDIO_URL -> Map.of("audio_url", video, "format", "mp4", "status", "success");
            case THUMBNAIL_ONLY -> Map.of("thumbnail_image_url", video);
        };
    }
}
