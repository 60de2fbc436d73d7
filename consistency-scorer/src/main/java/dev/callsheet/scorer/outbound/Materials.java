package dev.callsheet.scorer.outbound;

import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.Work;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.decode.ClipFile;
import dev.callsheet.identity.decode.PictureFile;
import dev.callsheet.identity.decode.SoundFile;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.voice.Sound;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import dev.callsheet.media.door.Door;
import dev.callsheet.media.door.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings what is measured into a folder, out of our store or through the door, and opens it. Thread-safe. */
@ApplicationScoped
public class Materials {
    private static final long MOST_CLIP_BYTES = 500L << 20;
    private static final long MOST_REFERENCE_BYTES = 100L << 20;
    private static final long MOST_PICTURE_BYTES = 30L << 20;
    private static final int MOST_REFERENCES = 5;
    private static final int FRAMES_OF_A_VIDEO = 8;
    private static final int HEAD = 16;
    private static final Wanted FACES = new Wanted(
            Map.of(MediaFormat.Kind.IMAGE, MOST_PICTURE_BYTES, MediaFormat.Kind.VIDEO, MOST_REFERENCE_BYTES));
    private static final Wanted VOICES = new Wanted(
            Map.of(MediaFormat.Kind.AUDIO, MOST_PICTURE_BYTES, MediaFormat.Kind.VIDEO, MOST_REFERENCE_BYTES));

    private final ObjectStore store;
    private final Door door;
    private final Ffmpeg ffmpeg;

    Materials(ObjectStore store, Door door, Ffmpeg ffmpeg) {
        this.store = store;
        this.door = door;
        this.ffmpeg = ffmpeg;
    }

    /**
     * The clip.
     *
     * @throws NotDecodable if it is missing or no video
     * @throws StoreAway if the store does not answer
     */
    public ClipFile clip(String address, TenantId tenant, Path folder) {
        Path file = folder.resolve("clip");
        String sha256 = store.fetch(store.key(address, tenant.value()), MOST_CLIP_BYTES, file);
        return ClipFile.open(ffmpeg, file, sha256);
    }

    /** What is to be heard in the clip that was brought into this folder. @throws NotDecodable if it cannot be read */
    public Optional<Sound> soundOfClip(Path folder) {
        return SoundFile.read(ffmpeg, folder.resolve("clip"));
    }

    /**
     * A voice sample.
     *
     * @throws NotDecodable if it cannot be had or read
     * @throws StoreAway if the store does not answer
     */
    public Optional<Sound> voice(String address, TenantId tenant, Path folder) {
        Path file = scratch(folder);
        bring(address, tenant, VOICES, file);
        return SoundFile.read(ffmpeg, file);
    }

    /**
     * A character with its references; one that cannot be used becomes a warning.
     *
     * @throws StoreAway if the store does not answer
     */
    public Binding binding(Work.Character character, Optional<Binding.Pinned> pinned, TenantId tenant, Path folder) {
        List<String> addresses = character.references();
        List<Reference> references = new ArrayList<>();
        List<Binding.Warning> warnings = new ArrayList<>();
        for (String address : addresses.subList(0, Math.min(MOST_REFERENCES, addresses.size()))) {
            try {
                references.add(reference(address, tenant, folder));
            } catch (NotDecodable e) {
                warnings.add(new Binding.Warning(label(address), "reference.unusable", reason(e)));
            }
        }
        for (String address : addresses.subList(Math.min(MOST_REFERENCES, addresses.size()), addresses.size())) {
            warnings.add(new Binding.Warning(
                    label(address), "reference.too_many", "at most " + MOST_REFERENCES + " are used; left out"));
        }
        return new Binding(character.name(), character.kind(), references, pinned, warnings);
    }

    private Reference reference(String address, TenantId tenant, Path folder) {
        Path file = scratch(folder);
        String sha256 = bring(address, tenant, FACES, file);
        byte[] head = head(file);
        if (PictureFile.is(head)) {
            return Reference.picture(label(address), () -> PictureFile.read(ffmpeg, file, head));
        }
        ClipFile video = ClipFile.open(ffmpeg, file, sha256);
        return new Reference(label(address), () -> stills(video));
    }

    /** Into the file; gives its SHA-256. */
    private String bring(String address, TenantId tenant, Wanted wanted, Path file) {
        if (!address.startsWith("https:") && !address.startsWith("http:")) {
            return store.fetch(store.key(address, tenant.value()), MOST_REFERENCE_BYTES, file);
        }
        try {
            return door.fetch(address, wanted, file).sha256();
        } catch (MediaRefused e) {
            throw new NotDecodable(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a reference", e);
        }
    }

    /** A few frames, evenly spread. */
    private static List<Picture> stills(ClipFile video) {
        int frames = video.times().size();
        int wanted = Math.min(FRAMES_OF_A_VIDEO, frames);
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            chosen.add((2 * i + 1) * frames / (2 * wanted));
        }
        List<Picture> pictures = new ArrayList<>();
        video.frames(chosen, (Frame frame) -> pictures.add(frame.picture().copy()));
        return pictures;
    }

    /** Its file name, without what a signed address has behind it. */
    private static String label(String address) {
        try {
            String path = URI.create(address).getPath();
            return path == null ? address : path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalArgumentException e) {
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("a reference cannot be read back", e);
        }
    }

    private static Path scratch(Path folder) {
        try {
            return Files.createTempFile(folder, "reference", "");
        } catch (IOException e) {
            throw new UncheckedIOException("no room for a reference", e);
        }
    }

    private static String reason(NotDecodable e) {
        return e.getMessage() == null ? "cannot be read" : e.getMessage();
    }
}
