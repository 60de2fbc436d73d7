package dev.callsheet.contracts;

import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.OutputKind;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each medium is for. A stated role stands. Without one, a picture or clip of a named character is a reference, and
 * so is a picture of a campaign or a series; where one clip for each picture is wanted, and where a picture is the only
 * visual input, it is a first frame. The rest stays open: a count is not an intent.
 */
public final class MediaRoles {
    private static final Map<String, MediumType> EXTENSIONS = Map.ofEntries(
            Map.entry("jpg", MediumType.IMAGE),
            Map.entry("jpeg", MediumType.IMAGE),
            Map.entry("png", MediumType.IMAGE),
            Map.entry("webp", MediumType.IMAGE),
            Map.entry("bmp", MediumType.IMAGE),
            Map.entry("mp4", MediumType.VIDEO),
            Map.entry("mov", MediumType.VIDEO),
            Map.entry("webm", MediumType.VIDEO),
            Map.entry("wav", MediumType.AUDIO),
            Map.entry("mp3", MediumType.AUDIO));

    private MediaRoles() {}

    /** One entry for each medium, in its order; empty where the role stays open. */
    public static List<Optional<Role>> of(VideoRequest request) {
        List<Medium> media = request.media();
        long visual = media.stream().filter(MediaRoles::frameOrReference).count();
        List<Optional<Role>> roles = new ArrayList<>();
        for (Medium medium : media) {
            roles.add(Optional.ofNullable(medium.role()).or(() -> derived(request, medium, visual == 1)));
        }
        return List.copyOf(roles);
    }

    /** The type of a medium: stated, or implied by its role, or told by the address's ending; empty if nothing tells. */
    public static Optional<MediumType> typeOf(Medium medium) {
        return Optional.ofNullable(medium.type()).or(() -> impliedBy(medium)).or(() -> typeByName(medium.uri()));
    }

    /** The type that the ending of an address's path tells; empty for an unknown ending or none. */
    public static Optional<MediumType> typeByName(String uri) {
        int end = uri.length();
        for (int i = 0; i < end; i++) {
            if (uri.charAt(i) == '?' || uri.charAt(i) == '#') {
                end = i;
            }
        }
        String path = uri.substring(0, end);
        int dot = path.lastIndexOf('.');
        return dot <= path.lastIndexOf('/')
                ? Optional.empty()
                : Optional.ofNullable(EXTENSIONS.get(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    private static Optional<Role> derived(VideoRequest request, Medium medium, boolean alone) {
        Optional<MediumType> type = typeOf(medium);
        if (type.equals(Optional.of(MediumType.AUDIO))) {
            return Optional.empty();
        }
        if (named(medium.character())) {
            return Optional.of(Role.REFERENCE);
        }
        if (!type.equals(Optional.of(MediumType.IMAGE))) {
            return Optional.empty();
        }
        if (request.output() != null && request.output().perImage()) {
            return Optional.of(Role.FIRST_FRAME);
        }
        boolean series = request.output() != null && request.output().kind() == OutputKind.SERIES;
        if (series || named(request.campaign())) {
            return Optional.of(Role.REFERENCE);
        }
        return alone ? Optional.of(Role.FIRST_FRAME) : Optional.empty();
    }

    private static boolean frameOrReference(Medium medium) {
        Role role = medium.role();
        if (role == null) {
            return !typeOf(medium).equals(Optional.of(MediumType.AUDIO));
        }
        return switch (role) {
            case FIRST_FRAME, LAST_FRAME, FIRST_CLIP, REFERENCE, SOURCE -> true;
            case DRIVING_AUDIO, OVERLAY, LIVE_FACE -> false;
        };
    }

    private static Optional<MediumType> impliedBy(Medium medium) {
        Role role = medium.role();
        if (role == null) {
            return Optional.empty();
        }
        return switch (role) {
            case FIRST_FRAME, LAST_FRAME, LIVE_FACE -> Optional.of(MediumType.IMAGE);
            case FIRST_CLIP, SOURCE -> Optional.of(MediumType.VIDEO);
            case DRIVING_AUDIO -> Optional.of(MediumType.AUDIO);
            case REFERENCE, OVERLAY -> Optional.empty();
        };
    }

    private static boolean named(@org.jspecify.annotations.Nullable String name) {
        return name != null && !name.isBlank();
    }
}
