package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.SpokenText;
import java.util.ArrayList;
import java.util.List;

/** What the avatar has to say in one turn, as it grows. */
final class Script {
    private final List<Sentence> sentences = new ArrayList<>();
    private boolean written;
    private int end = Integer.MAX_VALUE;

    /** Returns the new sentence's index. */
    int add(String text) {
        sentences.add(new Sentence(text));
        return sentences.size() - 1;
    }

    Sentence get(int index) {
        return sentences.get(index);
    }

    int size() {
        return sentences.size();
    }

    /** No more sentences will come. */
    void written() {
        written = true;
    }

    boolean isWritten() {
        return written;
    }

    /** Some of this sentence was given. */
    boolean begun(int index) {
        return index < sentences.size() && sentences.get(index).begun();
    }

    /** These will be given again from their begin. */
    void again(int from, int to) {
        for (int i = from; i < sentences.size() && i <= to; i++) {
            sentences.get(i).again();
        }
    }

    /** These were heard. */
    void done(int from, int before) {
        for (int i = from; i < before; i++) {
            sentences.get(i).done();
        }
    }

    /** Only the sentences before this index are to be said. */
    void endAt(int index) {
        end = Math.min(end, index);
    }

    int end() {
        return Math.min(end, sentences.size());
    }

    /** Whether it was cut to less than what is there or will come. */
    boolean shortened() {
        return end < sentences.size() || end != Integer.MAX_VALUE && !written;
    }

    /** Nothing comes after the sentences before {@link #end}. */
    boolean complete() {
        return written || sentences.size() >= end;
    }

    String text() {
        return SpokenText.join(sentences.stream().map(Sentence::text).toList());
    }

    /** What was heard of it. */
    String heard() {
        var heard = new ArrayList<String>();
        for (Sentence sentence : sentences) {
            if (!sentence.heard().isEmpty()) {
                heard.add(sentence.heard());
            }
        }
        return SpokenText.join(heard);
    }
}
