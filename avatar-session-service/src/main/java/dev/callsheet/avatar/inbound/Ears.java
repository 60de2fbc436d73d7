package dev.callsheet.avatar.inbound;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.hearing.Ear;
import dev.callsheet.conversation.hearing.EarRules;
import dev.callsheet.conversation.hearing.Transcriber;
import dev.callsheet.conversation.hearing.VoiceActivity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Makes an ear for each microphone. */
@Singleton
class Ears {
    private final SessionStore store;
    private final VoiceActivity.Source activity;
    private final Transcriber transcriber;
    private final Clock clock;

    Ears(SessionStore store, VoiceActivity.Source activity, Transcriber transcriber, Clock clock) {
        this.store = store;
        this.activity = activity;
        this.transcriber = transcriber;
        this.clock = clock;
    }

    /** Empty if the session hears no microphone: where the provider thinks, it listens in its own room. May block. */
    Optional<Ear> open(SessionId id, Ear.Listener listener) {
        return store.find(id)
                .map(session -> session.order())
                .filter(order -> order.mode() == SessionOrder.Mode.LITE)
                .map(order ->
                        new Ear(activity.open(), transcriber, EarRules.usual(), order.language(), clock, listener));
    }
}
