package dev.callsheet.avatar.domain;

import java.util.List;
import java.util.function.Consumer;

/** Thinks of an answer. */
public interface LanguageModel {
    /**
     * Streams the answer to the last words; blocks until it is complete. Interrupting the thread cancels it.
     *
     * @throws AnswerTrouble if there is no answer
     */
    void answer(List<Words> conversation, Consumer<String> tokens);

    /** Something said. */
    record Words(Speaker speaker, String text) {}

    /** Who speaks; the system sets the frame. */
    enum Speaker {
        SYSTEM,
        PERSON,
        AVATAR
    }
}
