package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.LanguageModel.Speaker;
import dev.callsheet.avatar.domain.LanguageModel.Words;
import dev.callsheet.avatar.domain.SessionOrder;
import java.util.ArrayList;
import java.util.List;

/** What was said, as the language model needs it: in memory only, the last exchanges. Guarded by its conversation. */
final class Transcript {
    private static final int KEPT = 20;
    private static final String FRAME = "You are a spoken avatar. Answer in a few short sentences, as one speaks.";

    private final Words frame;
    private final List<Words> said = new ArrayList<>();
    private final StringBuilder answer = new StringBuilder();

    Transcript(SessionOrder order) {
        var words = new StringBuilder(FRAME);
        if (order.persona() != null) {
            words.append(" Your manner: ").append(order.persona()).append('.');
        }
        if (order.language() != null) {
            words.append(" Answer in the language ").append(order.language()).append('.');
        }
        this.frame = new Words(Speaker.SYSTEM, words.toString());
    }

    /** A new question closes the answer before it, whole or cut; returns what the model is to see. */
    List<Words> asked(String text) {
        if (!answer.isEmpty()) {
            said.add(new Words(Speaker.AVATAR, answer.toString()));
            answer.setLength(0);
        }
        said.add(new Words(Speaker.PERSON, text));
        while (said.size() > KEPT) {
            said.removeFirst();
        }
        var seen = new ArrayList<Words>();
        seen.add(frame);
        seen.addAll(said);
        return List.copyOf(seen);
    }

    void answered(String text) {
        answer.append(text);
    }
}
