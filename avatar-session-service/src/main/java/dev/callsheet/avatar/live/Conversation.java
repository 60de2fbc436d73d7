package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AudioChunks;
import dev.callsheet.avatar.domain.AvatarEvent;
import dev.callsheet.avatar.domain.AvatarLine;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.Turn;
import dev.callsheet.avatar.domain.TurnFact;
import dev.callsheet.avatar.domain.TurnRecord;
import dev.callsheet.avatar.domain.TurnSignal;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One live session at work here. All signals go through one lock and are carried out before the next is decided: what the
 * avatar is given, and in which order, is exactly what {@link Turn} decided. Nothing under the lock blocks.
 */
final class Conversation {
    private static final String UTTERANCE = "turn-";
    private static final long PATIENCE_MS = 10_000;
    private static final String LINE_LOST = "avatar.line_lost";
    private static final String LINE_LOST_TEXT = "The connection to the avatar broke.";

    private final Session.Live session;
    private final Answers answers;
    private final TurnBook book;
    private final Clock clock;
    private final Set<Viewer> viewers = new CopyOnWriteArraySet<>();
    private final Transcript transcript;
    private final AtomicInteger breaks = new AtomicInteger();
    private @Nullable AvatarLine line;
    private @Nullable Answer answer;
    private Turn turn;
    private long audioBytes;
    private boolean closed;

    Conversation(Session.Live session, int lastTurn, Answers answers, TurnBook book, Clock clock) {
        this.session = session;
        this.answers = answers;
        this.book = book;
        this.clock = clock;
        this.turn = new Turn.Listening(lastTurn);
        this.transcript = new Transcript(session.order());
    }

    Session.Live session() {
        return session;
    }

    void join(Viewer viewer) {
        viewers.add(viewer);
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    void say(String text) {
        signal(new TurnSignal.Said(text, clock.instant()));
    }

    void interrupt() {
        signal(new TurnSignal.Interrupt(clock.instant()));
    }

    /** Takes the place of a broken line. */
    synchronized void use(AvatarLine next) {
        if (closed) {
            next.close();
            return;
        }
        line = next;
        // Whatever a process before this one left unsaid must not run into what is said now.
        next.interrupt();
    }

    /** The line broke: what was being said is lost. Returns how often in a row it did. */
    synchronized int lost() {
        line = null;
        signal(new TurnSignal.Failed(turn.number(), LINE_LOST, LINE_LOST_TEXT, clock.instant()));
        return breaks.incrementAndGet();
    }

    /** Whether anybody follows it here. */
    boolean watched() {
        return !viewers.isEmpty();
    }

    /** Lets go of the session, which goes on elsewhere or later. */
    synchronized void release() {
        signal(new TurnSignal.Interrupt(clock.instant()));
        closed = true;
        if (line != null) {
            line.close();
            line = null;
        }
    }

    void heard(AvatarEvent event) {
        switch (event) {
            case AvatarEvent.Started(String utterance) ->
                of(utterance, n -> signal(new TurnSignal.AvatarStarted(n, clock.instant())));
            case AvatarEvent.Ended(String utterance) ->
                of(utterance, n -> signal(new TurnSignal.AvatarEnded(n, clock.instant())));
            case AvatarEvent.Connected _ -> breaks.set(0);
            case AvatarEvent.Stopped _, AvatarEvent.Lost _ -> {
                // Nothing about a turn.
            }
        }
    }

    /** Ends the present turn and tells the viewers; the turns are stored when this returns. */
    void close(EndReason reason) {
        release();
        book.close();
        viewers.forEach(viewer -> viewer.sessionEnded(reason));
        viewers.clear();
    }

    private synchronized void signal(TurnSignal signal) {
        if (closed) {
            return;
        }
        var step = turn.next(signal);
        turn = step.next();
        step.facts().forEach(this::carryOut);
    }

    private void carryOut(TurnFact fact) {
        switch (fact) {
            case TurnFact.Began began -> begin(began);
            case TurnFact.Told told -> {
                transcript.answered(told.text());
                viewers.forEach(viewer -> viewer.turnToken(told.turn(), told.text()));
            }
            case TurnFact.Spoken spoken -> speak(spoken);
            case TurnFact.Given given -> {
                onLine(open -> open.speakEnd(UTTERANCE + given.turn()));
                expectEnd(given.turn());
            }
            case TurnFact.Appeared appeared -> viewers.forEach(viewer -> viewer.turnSpeaking(appeared.turn()));
            case TurnFact.Dropped _ -> drop();
            case TurnFact.Hushed _ -> onLine(AvatarLine::interrupt);
            case TurnFact.Troubled trouble ->
                viewers.forEach(viewer -> viewer.trouble(trouble.code(), trouble.message()));
            case TurnFact.Ended ended -> {
                book.end(new TurnRecord(ended.turn(), ended.interrupted(), ended.timeline()));
                viewers.forEach(viewer -> viewer.turnEnded(ended.turn(), ended.interrupted(), ended.timeline()));
            }
        }
    }

    private void begin(TurnFact.Began began) {
        book.begin(began.turn());
        viewers.forEach(viewer -> viewer.turnStarted(began.turn()));
        audioBytes = 0;
        answer = answers.to(began.turn(), transcript.asked(began.text()), this::signal);
        answer.start();
    }

    private void speak(TurnFact.Spoken spoken) {
        if (line == null) {
            // Not here and now: this signal is still being carried out.
            Thread.startVirtualThread(
                    () -> signal(new TurnSignal.Failed(spoken.turn(), LINE_LOST, LINE_LOST_TEXT, clock.instant())));
        } else {
            line.speak(UTTERANCE + spoken.turn(), spoken.pcm());
            audioBytes += spoken.pcm().length;
        }
    }

    /** An avatar that never says that it has ended must not keep the turn open: late signals of it do nothing. */
    private void expectEnd(int number) {
        long millis = audioBytes / AudioChunks.BYTES_PER_MS + PATIENCE_MS;
        var silent = "The avatar did not say that it has ended.";
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> signal(new TurnSignal.Failed(number, "avatar.no_end", silent, clock.instant())));
    }

    private void drop() {
        if (answer != null) {
            answer.cancel();
            answer = null;
        }
    }

    private void onLine(Consumer<AvatarLine> what) {
        if (line != null) {
            what.accept(line);
        }
    }

    private static void of(String utterance, Consumer<Integer> turn) {
        if (utterance.startsWith(UTTERANCE)) {
            try {
                turn.accept(Integer.valueOf(utterance.substring(UTTERANCE.length())));
            } catch (NumberFormatException e) {
                // Not one of ours: nothing in it concerns a turn.
            }
        }
    }
}
