package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.MediaRoles;
import dev.callsheet.contracts.Reason;
import dev.callsheet.contracts.VideoRequest.Kind;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Draft;
import dev.callsheet.render.domain.RequestFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The references of a request in their order, each with the name by which a wan2.7-r2v prompt calls it. */
public record Cast(List<Reference> references) {
    public Cast {
        references = List.copyOf(references);
    }

    /**
     * One reference. The model counts pictures and clips apart, each from 1 in list order (Model Studio, wan2.7-r2v).
     *
     * @param character null where the partner gives no name
     * @param type as the partner gives it, and counts it
     * @param label as {@code Image 2}; a picture that goes out as a clip with a voice is a {@code Video}
     * @param voice to be heard over a picture; null for none
     */
    public record Reference(
            @Nullable String character,
            @Nullable Kind kind,
            MediumType type,
            String uri,
            String label,
            Draft.@Nullable Voice voice) {
        /** What the provider gets. */
        public MediumType sent() {
            return voice == null ? type : MediumType.VIDEO;
        }
    }

    /** All media in the role of a reference; one without a role counts as such. */
    public static Cast of(RequestFile file) {
        List<Reference> references = new ArrayList<>();
        int images = 0;
        int videos = 0;
        List<Medium> media = file.request().media();
        for (int i = 0; i < media.size(); i++) {
            Medium medium = media.get(i);
            MediumType type = MediaRoles.typeOf(medium).orElse(MediumType.IMAGE);
            boolean reference = medium.role() == null || medium.role() == Role.REFERENCE;
            if (!reference || type == MediumType.AUDIO) {
                continue;
            }
            Draft.Voice voice = type == MediumType.IMAGE ? voice(file, i) : null;
            boolean image = type == MediumType.IMAGE && voice == null;
            String label = image ? "Image " + ++images : "Video " + ++videos;
            references.add(new Reference(medium.character(), medium.kind(), type, medium.uri(), label, voice));
        }
        return new Cast(references);
    }

    /** The voice of a picture, if the router has decided that it travels with it. */
    private static Draft.@Nullable Voice voice(RequestFile file, int medium) {
        var voice = file.request().media().get(medium).voice();
        return voice == null || !file.promised(Reason.VOICE_AS_REFERENCE_CLIP, medium)
                ? null
                : new Draft.Voice(voice.uri(), voice.trim() || file.promised(Reason.VOICE_TRIMMED, medium));
    }

    /** Whom a name stands for: the first of that name. */
    public Optional<Reference> called(String name) {
        return references.stream()
                .filter(reference -> name.equals(reference.character()))
                .findFirst();
    }

    /** Whom a number stands for, as the partner counts. @param counts the type that is counted; empty for all together */
    public Optional<Reference> numbered(Optional<MediumType> counts, int number) {
        return references.stream()
                .filter(reference -> counts.isEmpty() || counts.get() == reference.type())
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .filter(_ -> number > 0);
    }

    /**
     * Who should be seen in the clip: references under one name are one character. A voice is the first that is really
     * handed over: no other can be heard.
     */
    public List<Work.Character> characters() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Map<String, List<String>> uris = new LinkedHashMap<>();
        Map<String, String> voices = new HashMap<>();
        for (Reference reference : references) {
            String name = reference.character() == null ? reference.label() : reference.character();
            kinds.putIfAbsent(name, reference.kind() == null ? Kind.HUMAN : reference.kind());
            uris.computeIfAbsent(name, _ -> new ArrayList<>()).add(reference.uri());
            if (reference.voice() != null) {
                voices.putIfAbsent(name, reference.voice().uri());
            }
        }
        return kinds.entrySet().stream()
                .map(entry -> new Work.Character(
                        entry.getKey(), entry.getValue(), uris.get(entry.getKey()), voices.get(entry.getKey())))
                .toList();
    }
}
