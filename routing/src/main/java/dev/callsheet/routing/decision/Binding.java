package dev.callsheet.routing.decision;

import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.MediumType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the prompt names the references, by {@code @{name}} or by {@code Image N} and {@code Video N}. */
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
        for (String name : PromptTokens.names(prompt)) {
            List<Slot> named = references.stream()
                    .filter(slot -> name.equals(slot.medium().character()))
                    .toList();
            if (named.isEmpty()) {
                findings.add(outOfRange("@{" + name + "}", characters(references)));
            }
            bound.addAll(named);
        }
        numbered("Image ", MediumType.IMAGE, prompt, references, bound, findings);
        numbered("Video ", MediumType.VIDEO, prompt, references, bound, findings);
        if (bound.isEmpty()) {
            findings.add(Finding.of(
                    Rule.REFERENCE_SHAPES, Reason.UNBOUND_REFERENCE, "/prompt", "no name", characters(references)));
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
        return !Question.given(prompt)
                ? List.of()
                : PromptTokens.names(prompt).stream()
                        .map(name -> outOfRange("@{" + name + "}", "no name: there are no references"))
                        .toList();
    }

    private static void numbered(
            String word,
            MediumType type,
            String prompt,
            List<Slot> references,
            Set<Slot> bound,
            List<Finding> findings) {
        List<Slot> counted = references.stream().filter(slot -> slot.is(type)).toList();
        for (int number : PromptTokens.numbers(prompt, word)) {
            if (number >= 1 && number <= counted.size()) {
                bound.add(counted.get(number - 1));
            } else {
                findings.add(outOfRange(
                        word + number, counted.isEmpty() ? "no " + word.strip() : word + "1 to " + counted.size()));
            }
        }
    }

    private static Finding outOfRange(String found, String allowed) {
        return Finding.of(Rule.REFERENCE_SHAPES, Reason.BINDING_OUT_OF_RANGE, "/prompt", found, allowed);
    }

    private static String characters(List<Slot> references) {
        Set<String> names = new TreeSet<>();
        for (Slot slot : references) {
            String character = slot.medium().character();
            if (character != null && !character.isBlank()) {
                names.add("@{" + character + "}");
            }
        }
        return names.isEmpty() ? "give the references a character, or write Image 1" : String.join(", ", names);
    }
}
