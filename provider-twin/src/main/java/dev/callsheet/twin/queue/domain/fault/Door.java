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
    UPLOAD,
    /** {@code POST /v1/sessions/start} of a live session. */
    LIVE_START,
    /** {@code POST /v1/sessions/keep-alive}. */
    LIVE_KEEP_ALIVE,
    /** {@code POST /v1/sessions/stop}. */
    LIVE_STOP,
    /** {@code GET} of live sessions, one or a list. */
    LIVE_READ,
    /** The agent's WebSocket of a live session is opened. */
    LIVE_LINE,
    /** The agent gives audio; in FULL mode, something to say. */
    LIVE_SPEAK,
    /** The agent interrupts. */
    LIVE_INTERRUPT,
    /** {@code POST /v1/chat/completions}. */
    CHAT,
    /** {@code POST /v1/audio/speech}. */
    SPEECH,
    /** {@code POST /v1/audio/transcriptions}. */
    TRANSCRIPTION;

    /** The door's name in scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
