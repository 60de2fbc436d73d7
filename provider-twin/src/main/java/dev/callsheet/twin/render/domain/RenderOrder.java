package dev.callsheet.twin.render.domain;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is to be rendered; addresses are those of the payload. */
public sealed interface RenderOrder {

    /** The prompt without fault words. */
    String prompt();

    /** Picture area. */
    Resolution resolution();

    /** Length of the file, whole seconds. */
    int seconds();

    /** What every chance is drawn from. */
    long seed();

    /** A picture or a clip set in motion. */
    record ImageToVideo(
            String prompt,
            Optional<URI> firstFrame,
            Optional<URI> lastFrame,
            Optional<URI> firstClip,
            Resolution resolution,
            int seconds,
            long seed)
            implements RenderOrder {}

    /** Persons of references in a new scene. */
    record ReferenceToVideo(
            String prompt,
            Optional<URI> firstFrame,
            List<URI> images,
            List<URI> videos,
            Resolution resolution,
            Ratio ratio,
            int seconds,
            long seed)
            implements RenderOrder {}
}
