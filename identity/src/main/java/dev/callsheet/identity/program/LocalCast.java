package dev.callsheet.identity.program;

import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.decode.ReferenceFile;
import dev.callsheet.identity.decode.SoundFile;
import dev.callsheet.identity.measure.Binding;
import dev.callsheet.identity.measure.Reference;
import dev.callsheet.identity.voice.Sound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The characters of the command line: {@code NAME=FILE} for references and voices, {@code NAME=KIND}. */
record LocalCast(Map<String, List<Path>> references, Map<String, VideoRequest.Kind> kinds, Map<String, Path> voices) {
    private static final int MOST_REFERENCES = 5;

    /** @throws Unusable if a word has not its form, a file is missing, or a name has no reference */
    static LocalCast of(List<String> references, List<String> kinds, List<String> voices) {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        for (String word : references) {
            Word reference = Word.of("--reference", word, "NAME=FILE");
            List<Path> of = files.computeIfAbsent(reference.name(), _ -> new ArrayList<>());
            of.add(file("--reference", reference));
            if (of.size() > MOST_REFERENCES) {
                throw new Unusable("--reference " + reference.name() + ": found more than " + MOST_REFERENCES
                        + "; allowed are up to " + MOST_REFERENCES);
            }
        }
        Map<String, VideoRequest.Kind> kindOf = new LinkedHashMap<>();
        for (String word : kinds) {
            Word kind = Word.of("--kind", word, "NAME=human");
            kindOf.put(known("--kind", kind.name(), files), kind(kind.value()));
        }
        Map<String, Path> voiceOf = new LinkedHashMap<>();
        for (String word : voices) {
            Word voice = Word.of("--voice", word, "NAME=FILE");
            voiceOf.put(known("--voice", voice.name(), files), file("--voice", voice));
        }
        return new LocalCast(files, kindOf, voiceOf);
    }

    /** The bindings; their pictures are decoded when they are needed. */
    List<Binding> bindings(Ffmpeg ffmpeg) {
        return references.entrySet().stream()
                .map(entry -> new Binding(
                        entry.getKey(),
                        kinds.getOrDefault(entry.getKey(), VideoRequest.Kind.HUMAN),
                        entry.getValue().stream()
                                .map(file -> new Reference(
                                        file.getFileName().toString(), () -> ReferenceFile.pictures(ffmpeg, file)))
                                .toList()))
                .toList();
    }

    /** The voice samples, by name. */
    Map<String, Optional<Sound>> samples(Ffmpeg ffmpeg) {
        Map<String, Optional<Sound>> samples = new LinkedHashMap<>();
        voices.forEach((name, file) -> samples.put(name, SoundFile.read(ffmpeg, file)));
        return samples;
    }

    private static String known(String option, String name, Map<String, List<Path>> files) {
        if (!files.containsKey(name)) {
            throw new Unusable(option + ": found '" + name + "'; allowed are the names of --reference: "
                    + String.join(", ", files.keySet()));
        }
        return name;
    }

    private static VideoRequest.Kind kind(String word) {
        return Stream.of(VideoRequest.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Unusable("--kind: found '" + word + "'; allowed are "
                        + Stream.of(VideoRequest.Kind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static Path file(String option, Word word) {
        Path file = Path.of(word.value());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Unusable(option + " " + word.name() + ": found no readable file " + file);
        }
        return file;
    }

    private record Word(String name, String value) {
        static Word of(String option, String text, String form) {
            int at = text.indexOf('=');
            if (at < 1 || at == text.length() - 1) {
                throw new Unusable(option + ": found '" + text + "'; expected " + form);
            }
            return new Word(text.substring(0, at), text.substring(at + 1));
        }
    }
}
