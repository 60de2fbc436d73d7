package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;

/** What may go wrong with chat, speech and transcription. */
public enum MindFault implements Fault {
    /** 429 with {@code Retry-After}. */
    CHAT_LIMITED(Door.CHAT, Traits.once("chat-limited").lasting(1)),
    /** 500. */
    CHAT_FAILED(Door.CHAT, Traits.once("chat-failed")),
    /** The connection is cut before any answer. */
    CHAT_LOST(Door.CHAT, Traits.once("chat-lost")),
    /** The first token comes later by the length. */
    CHAT_LATE(Door.CHAT, Traits.once("chat-late").lasting(5)),
    /** After the amount of tokens nothing more comes for the length; the line stays open. */
    CHAT_STALLED(
            Door.CHAT,
            Traits.once("chat-stalled").lasting(Duration.ofMinutes(10)).amounting(4)),
    /** After the amount of tokens the connection is cut. */
    CHAT_CUT(Door.CHAT, Traits.once("chat-cut").amounting(4)),
    /** After the amount of tokens an event says that the server is overloaded, and the stream ends. */
    CHAT_ERROR(Door.CHAT, Traits.once("chat-error").amounting(4)),
    /** After the amount of tokens comes an event that is no JSON. */
    CHAT_GARBAGE(Door.CHAT, Traits.once("chat-garbage").amounting(4)),
    /** After the amount of tokens the stream ends as if it were whole, without its last event. */
    CHAT_UNENDED(Door.CHAT, Traits.once("chat-unended").amounting(4)),
    /** No words; the finish reason is {@code content_filter}. */
    CHAT_REFUSED(Door.CHAT, Traits.once("chat-refused")),

    /** 429 with {@code Retry-After}. */
    SPEECH_LIMITED(Door.SPEECH, Traits.once("speech-limited").lasting(1)),
    /** 500. */
    SPEECH_FAILED(Door.SPEECH, Traits.once("speech-failed")),
    /** The first sound comes later by the length. */
    SPEECH_LATE(Door.SPEECH, Traits.once("speech-late").lasting(5)),
    /** After the amount of pieces of 100 ms nothing more comes for the length. */
    SPEECH_STALLED(
            Door.SPEECH,
            Traits.once("speech-stalled").lasting(Duration.ofMinutes(10)).amounting(5)),
    /** After the amount of pieces the connection is cut, within a sample. */
    SPEECH_CUT(Door.SPEECH, Traits.once("speech-cut").amounting(5)),
    /** 200 with a page of HTML. */
    SPEECH_WRONG_TYPE(Door.SPEECH, Traits.once("speech-wrong-type")),
    /** As long as it should be, without a sound. */
    SPEECH_SILENT(Door.SPEECH, Traits.once("speech-silent")),
    /** 200 without a byte. */
    SPEECH_EMPTY(Door.SPEECH, Traits.once("speech-empty")),

    /** 429 with {@code Retry-After}. */
    TRANSCRIPTION_LIMITED(
            Door.TRANSCRIPTION, Traits.once("transcription-limited").lasting(1)),
    /** 500. */
    TRANSCRIPTION_FAILED(Door.TRANSCRIPTION, Traits.once("transcription-failed")),
    /** The text comes later by the length. */
    TRANSCRIPTION_LATE(Door.TRANSCRIPTION, Traits.once("transcription-late").lasting(5)),
    /** The connection is cut before the answer. */
    TRANSCRIPTION_CUT(Door.TRANSCRIPTION, Traits.once("transcription-cut")),
    /** An empty text. */
    TRANSCRIPTION_EMPTY(Door.TRANSCRIPTION, Traits.once("transcription-empty"));

    private final Door door;
    private final Traits traits;

    MindFault(Door door, Traits traits) {
        this.door = door;
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return door;
    }
}
