package dev.callsheet.routing.decision;

import dev.callsheet.contracts.MediaRoles;
import dev.callsheet.contracts.VideoRequest.Medium;
import dev.callsheet.contracts.VideoRequest.MediumType;
import dev.callsheet.contracts.VideoRequest.Role;
import java.util.Optional;

/**
 * One medium at its place.
 *
 * @param role stated or derived; empty where it stays open
 */
record Slot(int index, Medium medium, Optional<Role> role) {
    boolean is(Role wanted) {
        return role.equals(Optional.of(wanted));
    }

    boolean stated() {
        return medium.role() != null;
    }

    Optional<MediumType> type() {
        return MediaRoles.typeOf(medium);
    }

    boolean is(MediumType wanted) {
        return type().equals(Optional.of(wanted));
    }

    /** JSON Pointer of the medium. */
    String at() {
        return "/media/" + index;
    }

    /** JSON Pointer of one of its fields. */
    String at(String field) {
        return at() + "/" + field;
    }
}
