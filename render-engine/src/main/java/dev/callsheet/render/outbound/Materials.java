package dev.callsheet.render.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.media.MediaFormat.Kind;
import dev.callsheet.media.MediaRefused;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.Wanted;
import dev.callsheet.render.domain.Address;
import dev.callsheet.render.domain.Unrenderable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads inputs: from our store, or through the door. Thread-safe. */
final class Materials {
    /** Of GMI's upload slot, as far as one client knows it: pictures; the upstream model's limit: clips and sounds. */
    static final long MOST_PICTURE_BYTES = 30 << 20;

    private static final long MOST_OTHER_BYTES = 100 << 20;
    private static final long MOST_SOUND_BYTES = 15 << 20;

    private final ClipStore store;
    private final Door door;

    Materials(ClipStore store, Door door) {
        this.store = store;
        this.door = door;
    }

    /** Where an input lies. @throws Unrenderable if it may not lie there */
    Address address(String uri, TenantId tenant) {
        return Address.of(uri, store.bucket(), tenant);
    }

    /**
     * Brings an input near; to be closed.
     *
     * @throws Unrenderable if it can never be used
     * @throws InputAway if the partner's host does not answer now
     */
    Material open(String uri, MediumType type, TenantId tenant) throws IOException {
        return switch (address(uri, tenant)) {
            case Address.Stored(var key) -> stored(uri, key, type);
            case Address.Public _, Address.Plain _ -> fetched(uri, type);
        };
    }

    /** The format of an input. @throws Unrenderable if it is none of its type */
    static MediaFormat format(Material material, String uri, MediumType type) throws IOException {
        return material.format()
                .filter(format -> fits(format, type))
                .orElseThrow(() -> new Unrenderable(
                        "MEDIA_TYPE_MISMATCH",
                        "media uri '" + shown(uri) + "': the bytes are no "
                                + type.name().toLowerCase(Locale.ROOT)
                                + " that the model takes (JPEG, PNG, WebP, BMP, MP4, WAV, MP3)"));
    }

    private static boolean fits(MediaFormat format, MediumType type) {
        return switch (type) {
            case IMAGE -> format.picture();
            case VIDEO -> format == MediaFormat.MP4;
            case AUDIO -> format == MediaFormat.MP3 || format == MediaFormat.WAV;
        };
    }

    private Material stored(String uri, String key, MediumType type) throws IOException {
        try {
            long size = store.size(key);
            if (size > most(type)) {
                throw new Unrenderable(
                        "MEDIA_UNREACHABLE",
                        "media uri '" + uri + "': found " + size + " bytes; allowed are " + most(type));
            }
            return new Stored(size, () -> store.open(key));
        } catch (NoSuchFileException e) {
            throw new Unrenderable("MEDIA_UNREACHABLE", "media uri '" + uri + "': there is no such object");
        }
    }

    private Material fetched(String uri, MediumType type) throws IOException {
        Path file = Files.createTempFile("input", "");
        try {
            long size =
                    door.fetch(uri, Wanted.only(kind(type), most(type)), file).bytes();
            return new Fetched(size, file);
        } catch (MediaRefused e) {
            Files.delete(file);
            String message = "media uri '" + shown(uri) + "': " + e.getMessage();
            if (e.passing()) {
                throw new InputAway(message);
            }
            throw new Unrenderable(e.code(), message);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private record Stored(long size, ContentSource content) implements Material {
        @Override
        public InputStream open() throws IOException {
            return content.open();
        }

        @Override
        public void close() {}
    }

    private record Fetched(long size, Path file) implements Material {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }

    /** A query may hold a signature, which is a key. */
    static String shown(String uri) {
        int query = uri.indexOf('?');
        String plain = query < 0 ? uri : uri.substring(0, query) + "?...";
        return plain.length() <= 120 ? plain : plain.substring(0, 120) + "...";
    }

    private static long most(MediumType type) {
        return switch (type) {
            case IMAGE -> MOST_PICTURE_BYTES;
            case VIDEO -> MOST_OTHER_BYTES;
            case AUDIO -> MOST_SOUND_BYTES;
        };
    }

    private static Kind kind(MediumType type) {
        return switch (type) {
            case IMAGE -> Kind.IMAGE;
            case VIDEO -> Kind.VIDEO;
            case AUDIO -> Kind.AUDIO;
        };
    }
}
