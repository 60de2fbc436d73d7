package dev.callsheet.conversation.turn;

import dev.callsheet.conversation.line.LanguageModel.Speaker;
import dev.callsheet.conversation.line.LanguageModel.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was said, as the language model needs it: the frame, and of the exchanges the latest that its budget holds. Of the
 * avatar's words only what was heard. Not thread-safe.
 */
public final class History {
    /** Stands at the end of an answer that was cut off. */
    public static final String CUT = "[cut off]";

    /** A rule of thumb for the languages in use: a token is about four letters. */
    private static final int LETTERS_PER_TOKEN = 4;

    private final Words frame;
    private final long letters;
    private final List<Words> said = new ArrayList<>();

    /** @param tokens how much of what was said the model is shown, beside the frame and the last words */
    public History(Manner manner, int tokens, List<Words> before) {
        this.frame = new Words(Speaker.SYSTEM, manner.frame());
        this.letters = (long) tokens * LETTERS_PER_TOKEN;
        said.addAll(before);
        forget();
    }

    /** What the model is to see when it answers these words. */
    public List<Words> asking(List<Input> inputs) {
        var seen = new ArrayList<Words>();
        seen.add(frame);
        seen.addAll(said);
        inputs.forEach(input -> seen.add(words(input)));
        return List.copyOf(seen);
    }

    /** A turn is over. */
    public void add(TurnRecord turn) {
        said.addAll(words(turn));
        forget();
    }

    /** What a turn leaves to be remembered. */
    public static List<Words> words(TurnRecord turn) {
        var words = new ArrayList<Words>();
        for (Input input : turn.inputs()) {
            if (!input.verbatim()) {
                words.add(words(input));
            }
        }
        if (!turn.spoken().isEmpty()) {
            words.add(new Words(Speaker.AVATAR, turn.interrupted() ? turn.spoken() + " " + CUT : turn.spoken()));
        }
        return words;
    }

    private static Words words(Input input) {
        String author = input.author();
        return new Words(Speaker.PERSON, author == null ? input.text() : author + ": " + input.text());
    }

    private void forget() {
        long left = letters;
        var kept = new ArrayList<Words>();
        for (int i = said.size() - 1; i >= 0; i--) {
            left -= said.get(i).text().length();
            if (left < 0) {
                break;
            }
            kept.add(said.get(i));
        }
        Collections.reverse(kept);
        said.clear();
        said.addAll(kept);
    }
}
