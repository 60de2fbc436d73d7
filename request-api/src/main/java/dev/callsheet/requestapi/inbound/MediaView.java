package dev.callsheet.requestapi.inbound;

import dev.callsheet.media.MediaFacts;
import dev.callsheet.requestapi.domain.MediaEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A medium as its tenant sees it. Until it is ready, type, bytes and sha256 are the tenant's own words; from then on they
 * are those of the stored file.
 *
 * @param uri what requests name it by, once it is ready
 * @param seconds null for a picture
 * @param originalSha256 of the bytes as they came, before they were stripped
 * @param upload how to bring it; only in the answer that grants it
 */
record MediaView(
        String id,
        String uri,
        String state,
        @Nullable String name,
        String type,
        long bytes,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Boolean alpha,
        @Nullable Boolean sound,
        @Nullable Double seconds,
        String originalSha256,
        MediaEntry.@Nullable Refusal refusal,
        @Nullable Upload upload,
        @Nullable Instant expiresAt,
        Links links) {

    /** A request to be made as it stands here, with these headers and no others of their kinds. */
    record Upload(String method, String url, Map<String, String> headers) {}

    record Links(String self, String complete) {}

    static MediaView of(MediaEntry entry, String uri, @Nullable Upload upload) {
        MediaEntry.Stored stored = entry.stored();
        MediaFacts facts = stored == null ? null : stored.facts();
        String self = "/v1/media/" + entry.id();
        return new MediaView(
                entry.id().toString(),
                uri,
                entry.state().name().toLowerCase(Locale.ROOT),
                entry.name(),
                entry.format().type(),
                facts == null ? entry.bytes() : facts.bytes(),
                stored == null ? entry.sha256() : stored.sha256(),
                facts == null ? null : facts.width(),
                facts == null ? null : facts.height(),
                facts == null ? null : facts.alpha(),
                facts == null ? null : facts.sound(),
                facts == null ? null : facts.seconds(),
                entry.sha256(),
                entry.refusal(),
                upload,
                facts == null ? entry.expiresAt() : null,
                new Links(self, self + ":complete"));
    }
}
