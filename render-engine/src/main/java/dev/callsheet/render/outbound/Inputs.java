package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.render.domain.Address;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.Pictures.Fitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Brings the inputs of a take to where the provider can read them. Thread-safe. */
public final class Inputs {
    /** Of GMI's upload slot, as far as one client knows it: pictures; the upstream model's limit: clips and sounds. */
    private static final long MOST_PICTURE_BYTES = 30 << 20;

    private static final long MOST_OTHER_BYTES = 100 << 20;

    private final ClipStore store;
    private final RenderProvider provider;
    private final Pictures pictures = new Pictures();
    /** One picture in memory at a time. */
    private final Semaphore easel = new Semaphore(1);

    public Inputs(ClipStore store, RenderProvider provider) {
        this.store = store;
        this.provider = provider;
    }

    /**
     * Prepares each input once, in order.
     *
     * @throws Unrenderable if an input can never be used
     * @throws IOException if it may go well later
     */
    public List<PreparedInput> prepare(List<Draft.Input> inputs, TenantId tenant) throws IOException {
        Map<String, PreparedInput> prepared = new LinkedHashMap<>();
        for (Draft.Input input : inputs) {
            if (!prepared.containsKey(input.uri())) {
                prepared.put(input.uri(), prepare(input, tenant));
            }
        }
        return new ArrayList<>(prepared.values());
    }

    private PreparedInput prepare(Draft.Input input, TenantId tenant) throws IOException {
        return switch (Address.of(input.uri(), store.bucket(), tenant)) {
            case Address.Public(var uri) -> new PreparedInput(uri, uri, null, List.of());
            case Address.Stored(var key) -> upload(input, key);
        };
    }

    private PreparedInput upload(Draft.Input input, String key) throws IOException {
        try {
            MediaFormat format = format(input, key);
            long size = store.size(key);
            long most = format.picture() ? MOST_PICTURE_BYTES : MOST_OTHER_BYTES;
            if (size > most) {
                throw new Unrenderable(
                        "MEDIA_UNREACHABLE",
                        "media uri '" + input.uri() + "': found " + size + " bytes; allowed are " + most);
            }
            if (format.picture()) {
                return picture(input, key, format);
            }
            String address = provider.upload(format, size, () -> store.open(key));
            return new PreparedInput(input.uri(), address, sha256(key), List.of());
        } catch (NoSuchFileException e) {
            throw new Unrenderable("MEDIA_UNREACHABLE", "media uri '" + input.uri() + "': there is no such object");
        }
    }

    private MediaFormat format(Draft.Input input, String key) throws IOException {
        byte[] head;
        try (InputStream content = store.open(key)) {
            head = content.readNBytes(MediaFormat.HEAD_BYTES);
        }
        return MediaFormat.of(head)
                .filter(format -> fits(format, input.type()))
                .orElseThrow(() -> new Unrenderable(
                        "MEDIA_TYPE_MISMATCH",
                        "media uri '" + input.uri() + "': the bytes are no "
                                + input.type().name().toLowerCase(java.util.Locale.ROOT)
                                + " that the model takes (JPEG, PNG, MP4, WAV, MP3)"));
    }

    private static boolean fits(MediaFormat format, MediumType type) {
        return switch (type) {
            case IMAGE -> format.picture();
            case VIDEO -> format == MediaFormat.MP4;
            case AUDIO -> format == MediaFormat.MP3 || format == MediaFormat.WAV;
        };
    }

    private PreparedInput picture(Draft.Input input, String key, MediaFormat format) throws IOException {
        easel.acquireUninterruptibly();
        try {
            byte[] bytes;
            try (InputStream content = store.open(key)) {
                bytes = content.readNBytes((int) MOST_PICTURE_BYTES);
            }
            Fitted fitted = pictures.fit(bytes, format);
            String address = provider.upload(
                    fitted.format(), fitted.bytes().length, () -> new ByteArrayInputStream(fitted.bytes()));
            return new PreparedInput(
                    input.uri(), address, dev.callsheet.contracts.Json.sha256(bytes), fitted.repairs());
        } finally {
            easel.release();
        }
    }

    private String sha256(String key) throws IOException {
        try (DigestInputStream content = Sha256.of(store.open(key))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return Sha256.hex(content);
        }
    }
}
