package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.Pcm;
import dev.callsheet.conversation.turn.Playhead;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Gives a script's sound to the avatar, in chunks and not far ahead of what it can have played, and knows which sentence
 * is being heard. All that is given in one go is one utterance, {@code turn-<turn>.<part>}; whatever breaks it (silence,
 * another line) makes the next part begin with the sentence that was in flight.
 */
final class Mouth {
    private static final Duration EARLY = Duration.ofSeconds(1);

    private final Loop loop;
    private final Wire wire;
    private final Terms terms;
    private final Script script;
    private final int turn;
    private final Delivery listener;
    private final Alarm feeding;
    private final Alarm caption;
    private final AvatarWatch watch;

    private int part;
    private @Nullable String utterance;
    private Playhead head = Playhead.START;
    private int first;
    private int next;
    private int told;
    private boolean given;
    private boolean held;
    private boolean over;

    /** @param first the sentence to begin with @param part the number of its first part */
    Mouth(Loop loop, Wire wire, Terms terms, Script script, int turn, int first, int part, Delivery listener) {
        this.loop = loop;
        this.wire = wire;
        this.terms = terms;
        this.script = script;
        this.turn = turn;
        this.first = first;
        this.next = first;
        this.told = first - 1;
        this.part = part;
        this.listener = listener;
        this.feeding = new Alarm(loop);
        this.caption = new Alarm(loop);
        this.watch = new AvatarWatch(loop, terms.patience(), listener);
    }

    /** Gives what there is to give now. */
    void feed() {
        feeding.close();
        if (!over && !held && !given && wire.open()) {
            giveAll();
        }
        follow();
    }

    private void giveAll() {
        while (next < script.end()) {
            Sentence sentence = script.get(next);
            if (sentence.allGiven()) {
                if (!sentence.begun()) {
                    sentence.begin(head.given());
                }
                next++;
                listener.reached(next);
                continue;
            }
            if (!give(sentence)) {
                break;
            }
        }
        if (next >= script.end() && script.complete()) {
            finish();
        }
    }

    /** Takes back what was not heard, and gives nothing as long as it is held. */
    void hold(boolean hold) {
        held = hold;
        if (hold) {
            again();
        }
    }

    /** Takes back what was not heard; it is given again from the begin of the sentence in flight. */
    void again() {
        silence();
        leave(Duration.ZERO);
    }

    /** As {@link #again}, with no need to tell the avatar. @param doubt for how long it may have been silent already */
    void leave(Duration doubt) {
        rest();
        note();
        first = at();
        if (first == told && first < script.size() && heardWhole(script.get(first), doubt)) {
            script.get(first).done();
            first++;
        }
        script.again(first, next);
        utterance = null;
        head = Playhead.START;
        next = first;
        told = first - 1;
        given = false;
    }

    /** Ends for good; what was given and not heard is taken back. */
    void stop() {
        if (over) {
            return;
        }
        over = true;
        rest();
        note();
        silence();
        utterance = null;
    }

    /** Nothing after the sentence in flight is to be said. Returns false if none is in flight. */
    boolean lastSentence() {
        if (utterance == null) {
            return false;
        }
        script.endAt(at() + 1);
        feed();
        return true;
    }

    /** Something is with the avatar that it has not ended. */
    boolean speaking() {
        return utterance != null;
    }

    /** The sentence in flight: it is being heard, or will be next. */
    int at() {
        return Math.max(first, told);
    }

    /** The sentence that is being given. */
    int giving() {
        return next;
    }

    /** The line stands only now: the avatar has its time to begin from here. */
    void connected() {
        if (utterance != null && !head.speaks()) {
            head = head.connected(loop.now());
            watch.start();
        }
    }

    void started(String what) {
        if (over || !what.equals(utterance) || head.speaks()) {
            return;
        }
        head = head.started(loop.now());
        watch.close();
        listener.speaks();
        watchEnd();
        feed();
    }

    void ended(String what) {
        if (over || !what.equals(utterance) || !given) {
            return;
        }
        started(what);
        // An avatar that had run dry may say so late: what it was given since is still to come.
        Duration left = head.ahead(loop.now());
        if (left.compareTo(EARLY) > 0) {
            watch.done(left, this::heardAll);
        } else {
            heardAll();
        }
    }

    private boolean give(Sentence sentence) {
        Instant now = loop.now();
        Duration ahead = head.ahead(now);
        boolean dry = ahead.isZero();
        int size = sentence.next(dry ? terms.pacing().first() : terms.pacing().chunk());
        if (size == 0) {
            return false;
        }
        Duration early = ahead.plus(Pcm.length(size)).minus(terms.pacing().soundAhead());
        if (early.isPositive()) {
            if (head.speaks()) {
                feeding.set(early, this::feed);
            }
            return false;
        }
        if (utterance == null) {
            utterance = "turn-" + turn + "." + part++;
            watch.start();
        }
        if (!sentence.begun()) {
            sentence.begin(head.given());
        }
        head = head.give(Pcm.length(size), now);
        wire.speak(utterance, sentence.take(size));
        listener.given();
        return true;
    }

    private void finish() {
        given = true;
        if (utterance == null) {
            heardAll();
        } else {
            wire.speakEnd(utterance);
            watchEnd();
        }
    }

    private void watchEnd() {
        if (given && head.speaks()) {
            watch.end(head.ahead(loop.now()), this::heardAll);
        }
    }

    private void heardAll() {
        if (over) {
            return;
        }
        while (told + 1 < script.end()) {
            hears(told + 1);
        }
        over = true;
        rest();
        if (told >= 0) {
            script.get(told).played(head.given());
            script.get(told).done();
        }
        utterance = null;
        listener.done();
    }

    /** Tells of each sentence that begins to be heard, when it does. */
    private void follow() {
        caption.close();
        while (!over && utterance != null && head.speaks()) {
            int index = told + 1;
            if (index >= next && !script.begun(index)) {
                return;
            }
            Duration wait = script.get(index).offset().minus(head.heard(loop.now()));
            if (wait.isPositive()) {
                caption.set(wait, this::follow);
                return;
            }
            if (index >= script.end()) {
                // The avatar has more than it is to say: now is the moment to take it back.
                script.get(told).done();
                stop();
                listener.done();
                return;
            }
            hears(index);
        }
    }

    private void hears(int index) {
        note();
        told = index;
        script.done(first, index);
        first = index;
        listener.hears(index);
    }

    private boolean heardWhole(Sentence sentence, Duration doubt) {
        Instant then = loop.now().minus(doubt);
        return utterance != null && head.speaks() && sentence.allGiven() && sentence.over(head.heard(then));
    }

    /** Notes how far the sentence in flight was heard. */
    private void note() {
        if (utterance != null && head.speaks() && told >= first && told < script.size()) {
            script.get(told).played(head.heard(loop.now()));
        }
    }

    private void silence() {
        if (utterance != null) {
            wire.silence(utterance);
        }
    }

    private void rest() {
        feeding.close();
        caption.close();
        watch.close();
    }
}
