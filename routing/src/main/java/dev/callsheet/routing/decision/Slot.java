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
 * @param type stated, implied by the role, or told by the address; empty if nothing tells
 */
record Slot(int index, Medium medium, Optional<Role> role, Optional<MediumType> type) {
    static Slot of(int index, Medium medium, Optional<Role> role) {
        return new Slot(index, medium, role, MediaRoles.typeOf(medium));
    }

    boolean is(Role wanted) {
        return role.isPresent() && role.get() == wanted;
    }

    boolean stated() {
        return medium.role() != null;
    }

    boolean is(MediumType wanted) {
        return type.isPresent() && type.get() == wanted;
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
