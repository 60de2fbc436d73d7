package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Nearest;
import dev.callsheet.contracts.PromptNames;
import dev.callsheet.contracts.PromptNames.Called;
import dev.callsheet.contracts.PromptNames.Name;
import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.VideoRequest.Medium;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What may be done about a length, a size or words that the model does not take. */
final class OutputRemedies {
    private OutputRemedies() {}

    static List<Draft> of(Finding finding, Question q, Draft draft) {
        String field = finding.field();
        return switch (finding.reason()) {
            case DURATION_OUT_OF_RANGE ->
                field.startsWith("/media/")
                        ? List.of(
                                draft.set(
                                                field,
                                                Math.round(q.policy()
                                                        .frames()
                                                        .firstClipSeconds()
                                                        .max()))
                                        .filling(field.replace("/seconds", "")),
                                draft.without(field.replace("/seconds", "")))
                        : List.of(draft.set(field, nearestLength(q)));
            case RESOLUTION_UNSUPPORTED -> List.of(draft.set(field, render(q).defaultResolution()));
            case RATIO_UNSUPPORTED -> List.of(draft.without(field));
            case PROMPT_TOO_LONG -> List.of(shortened(finding, q, draft));
            case PROMPT_REQUIRED -> List.of(draft.fill("/prompt", call(q) + " ... (say what happens)"));
            case UNBOUND_REFERENCE ->
                List.of(draft.fill(
                        "/prompt", call(q) + ": " + Objects.toString(q.request().prompt(), "")));
            case BINDING_OUT_OF_RANGE ->
                field.startsWith("/media/")
                        ? List.of(draft.without(field.replace("/character", "")))
                        : List.of(draft.fill("/prompt", rebound(q)));
            default -> List.of();
        };
    }

    private static Policy.Render render(Question q) {
        return q.slots().references().isEmpty() ? q.policy().i2v() : q.policy().r2v();
    }

    private static long nearestLength(Question q) {
        Route route = q.slots().references().isEmpty() ? Route.I2V : Route.R2V;
        Policy.Range range = Limits.secondsAllowed(q, route, render(q));
        double wanted = q.seconds().orElse((double) render(q).defaultSeconds());
        return Math.round(Math.clamp(Math.rint(wanted), Math.ceil(range.min()), Math.floor(range.max())));
    }

    private static Draft shortened(Finding finding, Question q, Draft draft) {
        String text = draft.document().at(finding.field()).asText("");
        int most = finding.field().equals("/prompt")
                ? q.policy().request().promptCharacters()
                : q.policy().request().negativePromptCharacters();
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return draft.set(finding.field(), text.substring(0, end)).filling(finding.field());
    }

    /** How a prompt calls the first reference. */
    private static String call(Question q) {
        List<Slot> references = q.slots().references();
        if (references.isEmpty()) {
            return "";
        }
        String character = references.getFirst().medium().character();
        return Question.given(character) ? "@{" + character + "}" : Binding.label(references.getFirst(), references);
    }

    /** Every name that nobody bears becomes the nearest that somebody does; without references it is a plain word. */
    private static String rebound(Question q) {
        List<Slot> references = q.slots().references();
        return PromptNames.rewritten(Objects.toString(q.request().prompt(), ""), name -> {
            if (references.isEmpty()) {
                return name instanceof Called called ? called.name().replace("@{", "") : name.text();
            }
            return Binding.meant(name, references).isEmpty() ? nearest(name, references) : name.text();
        });
    }

    private static String nearest(Name name, List<Slot> references) {
        List<String> characters = references.stream()
                .map(Slot::medium)
                .map(Medium::character)
                .filter(Question::given)
                .map(Objects::requireNonNull)
                .toList();
        return Optional.of(name)
                .filter(Called.class::isInstance)
                .map(called -> Nearest.of(((Called) called).name(), characters))
                .map(near -> "@{" + near + "}")
                .orElseGet(() -> Binding.label(references.getLast(), references));
    }
}
