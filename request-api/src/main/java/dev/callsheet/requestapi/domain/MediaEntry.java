package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFormat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medium that a tenant brings.
 *
 * <pre>
 * granted  may be uploaded until it expires   -> ready, refused; granted again
 * refused  was not what was said, or no medium -> granted again
 * ready    probed, stripped, in its place      stays
 * </pre>
 *
 * @param bytes as the tenant stated or we read them, before anything was stripped; sha256 likewise
 * @param stored what lies in the store; null until it is ready
 */
public record MediaEntry(
        UUID id,
        TenantId tenant,
        @Nullable String name,
        MediaFormat format,
        long bytes,
        String sha256,
        State state,
        @Nullable Refusal refusal,
        @Nullable Stored stored,
        Instant expiresAt) {

    /** Where it stands. */
    public enum State {
        GRANTED,
        READY,
        REFUSED
    }

    /** Why it is not taken. @param code a reason, as {@code MEDIA_TYPE_MISMATCH} */
    public record Refusal(String code, String reason) {}

    /** The stripped file. @param sha256 lower-case hexadecimal */
    public record Stored(MediaFacts facts, String sha256) {}

    /** A medium that may be uploaded. The same content of the same tenant has always the same id. */
    public static MediaEntry granted(
            TenantId tenant, @Nullable String name, MediaFormat format, long bytes, String sha256, Instant expiresAt) {
        UUID id = DerivedId.of("medium", tenant.value(), sha256);
        return new MediaEntry(id, tenant, name, format, bytes, sha256, State.GRANTED, null, null, expiresAt);
    }

    public MediaEntry ready(MediaFacts facts, String storedSha256) {
        return new MediaEntry(
                id,
                tenant,
                name,
                facts.format(),
                bytes,
                sha256,
                State.READY,
                null,
                new Stored(facts, storedSha256),
                expiresAt);
    }

    public MediaEntry refused(String code, String reason) {
        return new MediaEntry(
                id, tenant, name, format, bytes, sha256, State.REFUSED, new Refusal(code, reason), null, expiresAt);
    }

    /** Where it lies once it is ready. Bound to the content: nobody is ever granted to write here. */
    public String key() {
        return "tenant/" + tenant + "/media/" + id + "." + format.extension();
    }

    /** Where it is uploaded to: outside of what a request may name. */
    public String uploadKey() {
        return "upload/" + tenant + "/" + id;
    }
}
