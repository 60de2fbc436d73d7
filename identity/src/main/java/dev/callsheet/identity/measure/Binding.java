package dev.callsheet.identity.measure;

import java.util.List;

/**
 * A character to look for, with the pictures that say who it is.
 *
 * @param human whether it has a human face; others (mascots, animals, things) are not measured by face
 * @param problems why further references of this character could not be read
 */
public record Binding(String name, boolean human, List<Reference> references, List<Warning> problems) {
    public Binding {
        references = List.copyOf(references);
        problems = List.copyOf(problems);
    }

    public Binding(String name, List<Reference> references) {
        this(name, true, references, List.of());
    }

    /** Something about a reference that a person should know. */
    public record Warning(String reference, String code, String text) {}
}
