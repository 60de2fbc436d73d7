package dev.callsheet.conversation.line;

import java.util.List;

/** Thinks of an answer. */
public interface LanguageModel {
    /** Starts to answer the last words. The sink is called on any thread; after {@code end} or {@code failed} no more. */
    Work answer(List<Words> conversation, Sink sink);

    /** Takes the answer as it is written. */
    interface Sink {
        void token(String text);

        void end();

        /** @param code stable dotted code, {@code llm.*} */
        void failed(String code, String message);
    }

    /** Something said. */
    record Words(Speaker speaker, String text) {}

    /** Who speaks; the system sets the frame. */
    enum Speaker {
        SYSTEM,
        PERSON,
        AVATAR
    }
}
