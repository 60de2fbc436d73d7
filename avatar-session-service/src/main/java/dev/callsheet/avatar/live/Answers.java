package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.LanguageModel;
import dev.callsheet.avatar.domain.Speech;
import dev.callsheet.avatar.domain.TurnSignal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Makes the work on a turn out of a model and a voice. */
@Singleton
class Answers {
    private final LanguageModel model;
    private final Speech speech;
    private final Clock clock;

    Answers(LanguageModel model, Speech speech, Clock clock) {
        this.model = model;
        this.speech = speech;
        this.clock = clock;
    }

    Answer to(int turn, List<LanguageModel.Words> conversation, Consumer<TurnSignal> signals) {
        return new Answer(turn, conversation, model, speech, clock, signals);
    }
}
