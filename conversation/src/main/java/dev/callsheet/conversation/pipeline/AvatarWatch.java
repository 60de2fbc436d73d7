package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Work;
import java.time.Duration;

/** Waits for what an avatar is to say of one utterance, and no longer than there is patience for it. */
final class AvatarWatch implements Work {
    private final Alarm alarm;
    private final Patience patience;
    private final Delivery delivery;

    AvatarWatch(Loop loop, Patience patience, Delivery delivery) {
        this.alarm = new Alarm(loop);
        this.patience = patience;
        this.delivery = delivery;
    }

    /** It should say soon that it speaks. */
    void start() {
        alarm.set(patience.start(), delivery::silent);
    }

    /** It should say that it has ended once it has played this much. */
    void end(Duration ahead, Runnable otherwise) {
        alarm.set(ahead.plus(patience.end()), () -> {
            delivery.endless();
            otherwise.run();
        });
    }

    /** It has said so, and has only this much left to play. */
    void done(Duration left, Runnable then) {
        alarm.set(left, then);
    }

    @Override
    public void close() {
        alarm.close();
    }
}
