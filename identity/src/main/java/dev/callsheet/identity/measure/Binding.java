package dev.callsheet.identity.measure;

import dev.callsheet.contracts.VideoRequest;
import java.util.List;
import java.util.Optional;

/**
 * A character to look for, with the pictures that say who it is.
 *
 * @param kind only a human is measured by the face
 * @param pinned a prototype that was made before and counts instead of the references
 * @param problems why further references of this character could not be read
 */
public record Binding(
        String name,
        VideoRequest.Kind kind,
        List<Reference> references,
        Optional<Pinned> pinned,
        List<Warning> problems) {
    public Binding {
        references = List.copyOf(references);
        problems = List.copyOf(problems);
    }

    public Binding(String name, List<Reference> references) {
        this(name, VideoRequest.Kind.HUMAN, references, Optional.empty(), List.of());
    }

    public Binding(String name, VideoRequest.Kind kind, List<Reference> references) {
        this(name, kind, references, Optional.empty(), List.of());
    }

    public boolean human() {
        return kind == VideoRequest.Kind.HUMAN;
    }

    /** @param label as a report names it, such as {@code mia, version 2} */
    public record Pinned(String label, Prototype prototype) {}

    /** Something about a reference that a person should know. */
    public record Warning(String reference, String code, String text) {}
}
