package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.PromptNames;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Unrenderable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A prompt in which each name of a reference has become the model's own word for it: {@code @{name}}, and the numbers of
 * this and other models, which count what the partner gave and not what is sent. Which reference a prompt names decides how well the
 * identity holds, so a name that nobody bears is refused and never guessed.
 *
 * @param bound whether the prompt names every character
 */
public record Binding(String prompt, boolean bound) {

    /**
     * Compiles a prompt. A character with several references is called by the first of them; a number beyond the
     * references stays as it is.
     *
     * @throws Unrenderable if a name is not in the cast
     */
    public static Binding of(String prompt, Cast cast) {
        Set<Cast.Reference> named = new HashSet<>();
        String compiled = PromptNames.rewritten(prompt, name -> {
            Optional<Cast.Reference> reference = reference(name, cast);
            reference.ifPresent(named::add);
            return reference.map(Cast.Reference::label).orElse(name.text());
        });
        boolean bound = !cast.references().isEmpty()
                && cast.characters().stream()
                        .allMatch(character -> named.stream()
                                .anyMatch(reference -> character.references().contains(reference.uri())));
        return new Binding(compiled, bound);
    }

    /** Whether a request's prompt names every character; one that cannot be compiled names none. */
    static boolean bound(RequestFile file) {
        String prompt = file.request().prompt();
        try {
            return of(prompt == null ? "" : prompt, Cast.of(file)).bound();
        } catch (Unrenderable e) {
            return false;
        }
    }

    private static Optional<Cast.Reference> reference(PromptNames.Name name, Cast cast) {
        return switch (name) {
            case PromptNames.Called called ->
                Optional.of(cast.called(called.name()).orElseThrow(() -> nobody(called, cast)));
            case PromptNames.Numbered numbered -> cast.numbered(numbered.counts(), numbered.number());
        };
    }

    private static Unrenderable nobody(PromptNames.Called name, Cast cast) {
        return new Unrenderable(
                Reason.BINDING_OUT_OF_RANGE.name(),
                "prompt: found '" + name.text() + "'; allowed are the characters of the references: "
                        + cast.characters().stream().map(Work.Character::name).collect(Collectors.joining(", ")));
    }
}
