package dev.callsheet.routing.decision;

import dev.callsheet.contracts.MediaRoles;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The media of a request by the slot they fill. The slot is the intent, not the count. */
record Slots(List<Slot> all) {
    Slots {
        all = List.copyOf(all);
    }

    static Slots of(VideoRequest request) {
        List<Optional<Role>> roles = MediaRoles.of(request);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            slots.add(new Slot(i, request.media().get(i), roles.get(i)));
        }
        return new Slots(slots);
    }

    List<Slot> of(Role role) {
        return all.stream().filter(slot -> slot.is(role)).toList();
    }

    boolean has(Role role) {
        return all.stream().anyMatch(slot -> slot.is(role));
    }

    /** Pictures and clips to be set in motion. */
    List<Slot> frames() {
        return all.stream()
                .filter(slot -> slot.is(Role.FIRST_FRAME) || slot.is(Role.LAST_FRAME) || slot.is(Role.FIRST_CLIP))
                .toList();
    }

    /** Pictures and clips of a subject to be kept. */
    List<Slot> references() {
        return of(Role.REFERENCE).stream()
                .filter(slot -> !slot.is(MediumType.AUDIO))
                .toList();
    }

    /** Sound that stands for itself: driving audio, and audio as a reference or without a role. */
    List<Slot> sounds() {
        return all.stream()
                .filter(slot -> slot.is(Role.DRIVING_AUDIO)
                        || slot.is(MediumType.AUDIO) && (slot.role().isEmpty() || slot.is(Role.REFERENCE)))
                .toList();
    }

    /** Visual media whose role nobody can tell. */
    List<Slot> open() {
        return all.stream()
                .filter(slot -> slot.role().isEmpty() && !slot.is(MediumType.AUDIO))
                .toList();
    }

    /** Media that carry a voice sample. */
    List<Slot> voiced() {
        return all.stream().filter(slot -> slot.medium().voice() != null).toList();
    }

    /** Pictures whose role was derived. */
    List<Slot> untyped() {
        return all.stream()
                .filter(slot -> !slot.stated() && slot.role().isPresent())
                .toList();
    }
}
