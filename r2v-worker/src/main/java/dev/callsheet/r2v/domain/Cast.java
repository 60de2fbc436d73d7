package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.Kind;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import dev.callsheet.contracts.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
     * @param label as {@code Image 2}
     */
    public record Reference(
            @Nullable String character, @Nullable Kind kind, MediumType type, String uri, String label) {}

    /** All media in the role of a reference; one without a role counts as such. */
    public static Cast of(VideoRequest request) {
        List<Reference> references = new ArrayList<>();
        int images = 0;
        int videos = 0;
        for (Medium medium : request.media()) {
            if (medium.role() != null && medium.role() != Role.REFERENCE) {
                continue;
            }
            MediumType type = type(medium);
            String label = switch (type) {
                case IMAGE -> "Image " + ++images;
                case VIDEO -> "Video " + ++videos;
                case AUDIO -> "";
            };
            if (!label.isEmpty()) {
                references.add(new Reference(medium.character(), medium.kind(), type, medium.uri(), label));
            }
        }
        return new Cast(references);
    }

    private static MediumType type(Medium medium) {
        if (medium.type() != null) {
            return medium.type();
        }
        String path = medium.uri().replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
        return path.endsWith(".mp4") || path.endsWith(".mov") ? MediumType.VIDEO : MediumType.IMAGE;
    }

    /** Who should be seen in the clip: references under one name are one character. */
    public List<Work.Character> characters() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Map<String, List<String>> uris = new LinkedHashMap<>();
        for (Reference reference : references) {
            String name = reference.character() == null ? reference.label() : reference.character();
            kinds.putIfAbsent(name, reference.kind() == null ? Kind.HUMAN : reference.kind());
            uris.computeIfAbsent(name, _ -> new ArrayList<>()).add(reference.uri());
        }
        return kinds.entrySet().stream()
                .map(entry -> new Work.Character(entry.getKey(), entry.getValue(), uris.get(entry.getKey())))
                .toList();
    }
}
