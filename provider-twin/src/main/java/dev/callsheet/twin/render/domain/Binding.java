package dev.callsheet.twin.render.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which references a prompt names: {@code Image 1}, {@code Video 2}, or their Chinese forms, counted from 1 per kind.
 *
 * @param references what to show: the named ones, or all if none is named
 * @param bound true if the prompt names at least one that exists
 */
public record Binding(List<Reference> references, boolean bound) {

    private static final Pattern WORD =
            Pattern.compile("\\b(image|video)\\s*#?(\\d{1,2})\\b|(图|视频)\\s*(\\d{1,2})", Pattern.CASE_INSENSITIVE);

    /** One reference by kind and place, counted from 0. */
    public record Reference(boolean video, int index) {}

    /** Reads the prompt; a number beyond the lists names nothing. */
    public static Binding of(String prompt, int images, int videos) {
        var named = WORD.matcher(prompt)
                .results()
                .map(Binding::reference)
                .flatMap(Optional::stream)
                .filter(reference -> reference.index() < (reference.video() ? videos : images))
                .distinct()
                .toList();
        return named.isEmpty() ? new Binding(all(images, videos), false) : new Binding(named, true);
    }

    private static Optional<Reference> reference(MatchResult word) {
        boolean latin = word.group(1) != null;
        boolean video =
                latin ? word.group(1).equalsIgnoreCase("video") : word.group(3).equals("视频");
        int number = Integer.parseInt(latin ? word.group(2) : word.group(4));
        return number == 0 ? Optional.empty() : Optional.of(new Reference(video, number - 1));
    }

    private static List<Reference> all(int images, int videos) {
        return IntStream.range(0, images + videos)
                .mapToObj(i -> i < images ? new Reference(false, i) : new Reference(true, i - images))
                .toList();
    }
}
