package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.Reason;
import dev.callsheet.render.domain.Unrenderable;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt in which each {@code @{name}} has become the model's own word for that reference. Which reference a prompt
 * names decides how well the identity holds, so a name that nobody bears is refused and never guessed.
 *
 * @param bound whether the prompt names every character
 */
public record Binding(String prompt, boolean bound) {
    private static final Pattern NAME = Pattern.compile("@\\{([^}]*)}");

    /**
     * Compiles a prompt. A character with several references is called by the first of them.
     *
     * @throws Unrenderable if a name is not in the cast
     */
    public static Binding of(String prompt, Cast cast) {
        String compiled = NAME.matcher(prompt).replaceAll(match -> Matcher.quoteReplacement(label(match, cast)));
        boolean bound = !cast.references().isEmpty()
                && cast.characters().stream()
                        .allMatch(character -> cast.references().stream()
                                .filter(reference -> character.references().contains(reference.uri()))
                                .anyMatch(reference -> names(compiled, reference.label())));
        return new Binding(compiled, bound);
    }

    private static String label(MatchResult match, Cast cast) {
        String name = match.group(1).strip();
        return cast.references().stream()
                .filter(reference -> name.equals(reference.character()))
                .map(Cast.Reference::label)
                .findFirst()
                .orElseThrow(() -> new Unrenderable(
                        Reason.BINDING_OUT_OF_RANGE.name(),
                        "prompt: found '" + match.group() + "'; allowed are the characters of the references: "
                                + String.join(
                                        ", ",
                                        cast.characters().stream()
                                                .map(dev.callsheet.contracts.Work.Character::name)
                                                .toList())));
    }

    private static boolean names(String prompt, String label) {
        return Pattern.compile("\\b" + label + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(prompt)
                .find();
    }
}
