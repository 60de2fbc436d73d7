package dev.callsheet.scorer.outbound;

import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.decode.ClipFile;
import dev.callsheet.identity.decode.PictureFile;

import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.decoder.NotDecodable;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.measure.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings what is measured from the store into a folder and opens it. Thread-safe. */
@ApplicationScoped
public class Materials {
    private static final long MOST_CLIP_BYTES = 500L << 20;
    private static final long MOST_REFERENCE_BYTES = 100L << 20;
    private static final int MOST_REFERENCES = 5;
    private static final int FRAMES_OF_A_VIDEO = 4;
    private static final int HEAD = 16;

    private final ObjectStore store;
    private final Ffmpeg ffmpeg;

    Materials(ObjectStore store, Ffmpeg ffmpeg) {
        this.store = store;
        this.ffmpeg = ffmpeg;
    }

    /**
     * The clip.
     *
     * @throws NotDecodable if it is missing or no video
     * @throws StoreAway if the store does not answer
     */
    public ClipFile clip(String address, String tenant, Path folder) {
        Path file = folder.resolve("clip");
        String sha256 = store.fetch(store.key(address, tenant), MOST_CLIP_BYTES, file);
        return ClipFile.open(ffmpeg, file, sha256);
    }

    /**
     * A character with its references; one that cannot be used becomes a warning.
     *
     * @throws StoreAway if the store does not answer
     */
    public Binding binding(Work.Character character, String tenant, Path folder) {
        boolean human = character.kind() == VideoRequest.Kind.HUMAN;
        List<String> addresses = human ? character.references() : List.of();
        List<Reference> references = new ArrayList<>();
        List<Binding.Warning> warnings = new ArrayList<>();
        for (String address : addresses.subList(0, Math.min(MOST_REFERENCES, addresses.size()))) {
            String label = address.substring(address.lastIndexOf('/') + 1);
            try {
                references.addAll(references(address, label, tenant, folder));
            } catch (NotDecodable e) {
                warnings.add(new Binding.Warning(label, "reference.unusable", reason(e)));
            }
        }
        for (String address : addresses.subList(Math.min(MOST_REFERENCES, addresses.size()), addresses.size())) {
            String label = address.substring(address.lastIndexOf('/') + 1);
            warnings.add(new Binding.Warning(
                    label, "reference.too_many", "at most " + MOST_REFERENCES + " are used; left out"));
        }
        return new Binding(character.name(), human, references, warnings);
    }

    private List<Reference> references(String address, String label, String tenant, Path folder) {
        Path file = scratch(folder);
        String sha256 = store.fetch(store.key(address, tenant), MOST_REFERENCE_BYTES, file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            return PictureFile.is(head)
                    ? List.of(new Reference(label, () -> PictureFile.read(ffmpeg, file, head)))
                    : ofVideo(ClipFile.open(ffmpeg, file, sha256), label);
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

    /** A few frames of it, evenly spread. */
    private static List<Reference> ofVideo(ClipFile video, String label) {
        List<Reference> references = new ArrayList<>();
        double step = video.facts().seconds() / FRAMES_OF_A_VIDEO;
        video.frames((Frame frame) -> {
            if (references.size() < FRAMES_OF_A_VIDEO && frame.seconds() >= (references.size() + 0.25) * step) {
                String at = String.format(java.util.Locale.ROOT, " @ %.1f s", frame.seconds());
                Picture picture = frame.picture().copy();
                references.add(new Reference(label + at, () -> picture));
            }
        });
        return references;
    }

    private static String reason(NotDecodable e) {
        return e.getMessage() == null ? "cannot be read" : e.getMessage();
    }
}
