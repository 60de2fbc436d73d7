package dev.callsheet.render.outbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input as the provider gets it.
 *
 * @param uri where the partner said it lies; of a clip made of two media, both
 * @param address where the provider reads it
 * @param sha256 of the bytes as we read them, or of the clip that we made; null for an address that was handed on
 * @param repairs what was changed, for people
 */
public record PreparedInput(
        String uri, String address, @Nullable String sha256, List<String> repairs) {
    public PreparedInput {
        repairs = List.copyOf(repairs);
    }
}
