package dev.callsheet.routing.decision;

import dev.callsheet.contracts.PromptNames;
import dev.callsheet.contracts.PromptNames.Called;
import dev.callsheet.contracts.PromptNames.Name;
import dev.callsheet.contracts.PromptNames.Numbered;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.Reason.Severity;
import dev.callsheet.contracts.VideoRequest.MediumType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the prompt names the references: by name, by number, or in another model's way. */
final class Binding {
    private Binding() {}

    static List<Finding> look(Question q) {
        String prompt = q.request().prompt();
        if (!Question.given(prompt)) {
            return List.of();
        }
        List<Slot> references = q.slots().references();
        List<Finding> findings = new ArrayList<>();
        Set<Slot> bound = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (Name name : PromptNames.in(prompt)) {
            List<Slot> meant = meant(name, references);
            bound.addAll(meant);
            if (!told.add(name.text())) {
                continue;
            }
            if (meant.isEmpty()) {
                findings.add(outOfRange(name, references));
            } else if (name instanceof Numbered number && !number.ownWay()) {
                findings.add(Finding.of(
                        Rule.REFERENCE_SHAPES,
                        Reason.BINDING_SYNTAX_NORMALISED,
                        "/prompt",
                        name.text(),
                        label(meant.getFirst(), references)));
            }
        }
        if (bound.isEmpty()) {
            Severity severity =
                    q.policy().references().unbound() == Policy.Strictness.REFUSE ? Severity.REJECT : Severity.WARNING;
            findings.add(
                    Finding.of(Rule.REFERENCE_SHAPES, Reason.UNBOUND_REFERENCE, "/prompt", "no name", words(references))
                            .as(severity));
        } else {
            references.stream()
                    .filter(slot -> !bound.contains(slot))
                    .forEach(
                            slot -> findings.add(Finding.of(Rule.REFERENCE_SHAPES, Reason.PARTIAL_BINDING, slot.at())));
        }
        return findings;
    }

    /** Names in the prompt of a request without references: each is out of range. */
    static List<Finding> dangling(Question q) {
        String prompt = q.request().prompt();
        return !Question.given(prompt) || !prompt.contains("@{")
                ? List.of()
                : PromptNames.in(prompt).stream()
                        .filter(Called.class::isInstance)
                        .map(name -> outOfRange(name, List.of()))
                        .distinct()
                        .toList();
    }

    /** The references that a name means; none if it means nobody. */
    static List<Slot> meant(Name name, List<Slot> references) {
        return switch (name) {
            case Called called ->
                references.stream()
                        .filter(slot -> called.name().equals(slot.medium().character()))
                        .toList();
            case Numbered number -> {
                List<Slot> counted = references.stream()
                        .filter(slot ->
                                number.counts().isEmpty() || number.counts().equals(slot.type()))
                        .toList();
                yield number.number() >= 1 && number.number() <= counted.size()
                        ? List.of(counted.get(number.number() - 1))
                        : List.of();
            }
        };
    }

    /** How the model calls a reference: {@code Image 2}. */
    static String label(Slot wanted, List<Slot> references) {
        String word = wanted.is(MediumType.VIDEO) ? "Video " : "Image ";
        long before = references.stream()
                .takeWhile(slot -> slot != wanted)
                .filter(slot -> slot.type().equals(wanted.type()))
                .count();
        return word + (before + 1);
    }

    private static Finding outOfRange(Name name, List<Slot> references) {
        return Finding.of(
                Rule.REFERENCE_SHAPES,
                Reason.BINDING_OUT_OF_RANGE,
                "/prompt",
                name.text(),
                references.isEmpty() ? "no name: there are no references" : words(references));
    }

    /** Whether a voice of its own is for somebody who is not among the references. */
    static boolean strangerVoice(Question q, Slot voice) {
        String character = voice.medium().character();
        return Question.given(character)
                && !q.slots().references().isEmpty()
                && q.slots().references().stream()
                        .noneMatch(slot -> character.equals(slot.medium().character()));
    }

    static String words(List<Slot> references) {
        Set<String> names = new TreeSet<>();
        for (Slot slot : references) {
            String character = slot.medium().character();
            names.add(character != null && !character.isBlank() ? "@{" + character + "}" : label(slot, references));
        }
        return String.join(", ", names);
    }
}
