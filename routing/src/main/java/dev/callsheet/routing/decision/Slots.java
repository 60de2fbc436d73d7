package dev.callsheet.routing.decision;

import dev.callsheet.contracts.MediaRoles;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The media of a request by the slot they fill. The slot is the intent, not the count. Sorted once, because every rule asks.
 *
 * @param frames pictures and clips to be set in motion
 * @param references pictures and clips of a subject to be kept
 * @param sounds sound that stands for itself: driving audio, and audio as a reference or without a role
 * @param open visual media whose role nobody can tell
 * @param voiced media that carry a voice sample
 * @param untyped pictures whose role was derived
 */
record Slots(
        List<Slot> all,
        List<Slot> frames,
        List<Slot> references,
        List<Slot> sounds,
        List<Slot> open,
        List<Slot> voiced,
        List<Slot> untyped) {
    static Slots of(VideoRequest request) {
        if (request.media().isEmpty()) {
            return new Slots(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        List<Optional<Role>> roles = MediaRoles.of(request);
        List<Slot> all = new ArrayList<>(roles.size());
        for (int i = 0; i < roles.size(); i++) {
            all.add(Slot.of(i, request.media().get(i), roles.get(i)));
        }
        return new Slots(
                List.copyOf(all),
                of(all, slot -> slot.is(Role.FIRST_FRAME) || slot.is(Role.LAST_FRAME) || slot.is(Role.FIRST_CLIP)),
                of(all, slot -> slot.is(Role.REFERENCE) && !slot.is(MediumType.AUDIO)),
                of(
                        all,
                        slot -> slot.is(Role.DRIVING_AUDIO)
                                || slot.is(MediumType.AUDIO) && (slot.role().isEmpty() || slot.is(Role.REFERENCE))),
                of(all, slot -> slot.role().isEmpty() && !slot.is(MediumType.AUDIO)),
                of(all, slot -> slot.medium().voice() != null),
                of(all, slot -> !slot.stated() && slot.role().isPresent()));
    }

    List<Slot> of(Role role) {
        return of(all, slot -> slot.is(role));
    }

    boolean has(Role role) {
        for (Slot slot : all) {
            if (slot.is(role)) {
                return true;
            }
        }
        return false;
    }

    private static List<Slot> of(List<Slot> all, Predicate<Slot> wanted) {
        List<Slot> found = new ArrayList<>(all.size());
        for (Slot slot : all) {
            if (wanted.test(slot)) {
                found.add(slot);
            }
        }
        return List.copyOf(found);
    }
}
