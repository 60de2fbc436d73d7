package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Unrenderable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes a film of a picture over which a voice is heard, for a model that takes voices in no other way. */
@FunctionalInterface
public interface VoiceClips {
    /** For models that take no voice at all. */
    VoiceClips NONE = (picture, sample, trim, folder) -> {
        throw new Unrenderable("VOICE_NOT_CARRIED", "voice: this model takes none");
    };

    /** An MP4 with picture and sound, and what was changed for it, for people. */
    record Film(Path file, List<String> repairs) {}

    /**
     * Blocks for seconds.
     *
     * @param picture PNG or JPEG
     * @param sample WAV or MP3
     * @param trim whether a sample that is too long may be cut
     * @param folder for the film; the caller's to remove
     * @throws Unrenderable if no film can be made of these
     */
    Film film(Path picture, Path sample, boolean trim, Path folder) throws IOException;
}
