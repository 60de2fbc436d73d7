package dev.callsheet.twin.queue.domain.fault;

/**
 * A call that a fault may strike.
 *
 * @param model model id, empty where the call names none
 * @param prompt prompt of the submit or of the job, empty where the call has none
 * @param subject what magic words count their strikes by: the prompt of a submit, else the job's id
 */
public record Call(Door door, String model, String prompt, String subject) {

    /** A submit. */
    public static Call submit(String model, String prompt) {
        return new Call(Door.SUBMIT, model, prompt, prompt);
    }

    /** A call that concerns no job. */
    public static Call at(Door door, String model) {
        return new Call(door, model, "", "");
    }

    /**
     * A call of a live session.
     *
     * @param product {@code liveavatar-lite} or {@code liveavatar-full}: what a script's {@code model} filters by
     * @param about the ids of avatar and session: what a script's {@code prompt} filters by
     */
    public static Call live(Door door, String product, String about) {
        return new Call(door, product, about, about);
    }

    /**
     * A call of the OpenAI-style endpoints.
     *
     * @param words the last words of a chat, the text of a speech, or what was understood
     */
    public static Call mind(Door door, String model, String words) {
        return new Call(door, model, words, words);
    }
}
