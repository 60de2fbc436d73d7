package dev.callsheet.twin.queue.domain.fault;

import java.util.Locale;

/** The calls of the provider that faults strike at; each counts its own calls. */
public enum Door {
    /** {@code POST /requests}. */
    SUBMIT,
    /** {@code GET /requests/{id}}. */
    READ,
    /** {@code GET /requests}. */
    LIST,
    /** {@code DELETE /requests/{id}}. */
    CANCEL,
    /** {@code GET} of a clip; thumbnails are spared. */
    ARTIFACT,
    /** {@code POST /upload-url}. */
    SLOT,
    /** {@code PUT} to an upload slot. */
    UPLOAD;

    /** The door's name in scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
