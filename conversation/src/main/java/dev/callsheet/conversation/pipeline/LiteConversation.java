package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Speech;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.TurnSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose words and voice are made here, and whose avatar only moves its face to them. Whatever is called
 * before the journal was read waits for it.
 */
public final class LiteConversation implements Conversation {
    private static final Duration REOPEN = Duration.ofMillis(500);
    private static final long STORED_SECONDS = 5;

    private final Loop loop;
    private final Terms terms;
    private final Minds minds;
    private final TurnObserver observer;
    private final Audience audience;
    private final Moments moments;
    private final Scribe scribe;
    private final Queue<Consumer<Director>> early = new ArrayDeque<>();
    private final AtomicInteger entering = new AtomicInteger();
    private volatile @Nullable Director director;
    private boolean over;

    private LiteConversation(
            Loop loop,
            Executor threads,
            LanguageModel model,
            Speech speech,
            TurnJournal journal,
            Terms terms,
            TurnObserver observer) {
        this.loop = loop;
        this.terms = terms;
        this.minds = new Minds(model, speech);
        this.observer = observer;
        this.audience = new Audience(Long.toString(loop.now().toEpochMilli(), Character.MAX_RADIX), terms.replay());
        this.moments = new Moments(loop, threads);
        this.scribe = new Scribe(journal, loop, new Mailbox(threads));
    }

    /**
     * Opens a conversation, or takes up one that another process left; returns at once.
     *
     * @param loop its own
     * @param threads for what may block: the journal, and what others want to have run
     */
    public static LiteConversation open(
            Loop loop,
            Executor threads,
            LanguageModel model,
            Speech speech,
            TurnJournal journal,
            Terms terms,
            TurnObserver observer) {
        var conversation = new LiteConversation(loop, threads, model, speech, journal, terms, observer);
        conversation.read();
        return conversation;
    }

    @Override
    public void join(Viewer viewer, String after) {
        loop.execute(() -> {
            var present = director;
            audience.join(viewer, after, () -> present == null ? List.of() : present.present());
        });
    }

    @Override
    public void leave(Viewer viewer) {
        loop.execute(() -> audience.leave(viewer));
    }

    @Override
    public void say(Input input) {
        signal(new TurnSignal.Said(input));
    }

    @Override
    public void interrupt() {
        signal(new TurnSignal.Interrupt());
    }

    @Override
    public void speechBegan(Instant at) {
        signal(new TurnSignal.SpeechBegan());
    }

    @Override
    public void speechDropped() {
        signal(new TurnSignal.SpeechDropped());
    }

    @Override
    public void tell(Told told) {
        loop.execute(() -> audience.tell(told));
    }

    @Override
    public void use(int leg, AvatarLine line) {
        loop.execute(() -> {
            if (over) {
                line.close();
            } else {
                with(now -> now.use(leg, line));
            }
        });
    }

    @Override
    public void heard(int leg, AvatarEvent event) {
        enter(now -> now.heard(leg, event));
    }

    @Override
    public void whenQuiet(Duration patience, Runnable then) {
        enter(now -> {
            moments.whenQuiet(patience, then);
            if (now.quiet()) {
                moments.quiet();
            }
        });
    }

    @Override
    public void farewell(String sentence, Runnable then) {
        enter(now -> {
            moments.whenParted(terms.patience().farewell(), then);
            now.signal(new TurnSignal.Farewell(sentence.isBlank() ? null : last(sentence)));
        });
    }

    @Override
    public void close(String reason) {
        await(closing(reason));
    }

    /** As {@link #close}, without waiting: completes when what was said is stored. */
    public CompletableFuture<Void> closing(String reason) {
        return end(() -> {
            var present = director;
            if (present != null) {
                present.signal(new TurnSignal.Close());
                present.release();
            }
            audience.tell(new Told.SessionEnded(reason));
        });
    }

    @Override
    public void release() {
        await(releasing());
    }

    /** As {@link #release}, without waiting: completes when what was said is stored. */
    public CompletableFuture<Void> releasing() {
        return end(() -> {
            var present = director;
            if (present != null) {
                present.release();
            }
        });
    }

    @Override
    public boolean idle() {
        var present = director;
        return entering.get() == 0 && present != null && present.idle();
    }

    @Override
    public boolean watched() {
        return audience.present();
    }

    private void read() {
        scribe.open(
                left -> {
                    if (!over) {
                        var opened = new Director(loop, terms, minds, audience, scribe, observer, moments, left);
                        director = opened;
                        for (var next = early.poll(); next != null; next = early.poll()) {
                            next.accept(opened);
                        }
                    }
                },
                () -> {
                    if (!over) {
                        loop.after(REOPEN, this::read);
                    }
                });
    }

    private void signal(TurnSignal signal) {
        entering.incrementAndGet();
        enter(now -> {
            now.signal(signal);
            entering.decrementAndGet();
        });
    }

    private void enter(Consumer<Director> what) {
        loop.execute(() -> with(what));
    }

    private void with(Consumer<Director> what) {
        var present = director;
        if (present != null) {
            what.accept(present);
        } else if (!over) {
            early.add(what);
        }
    }

    private CompletableFuture<Void> end(Runnable last) {
        var stored = new CompletableFuture<Void>();
        loop.execute(() -> {
            if (!over) {
                last.run();
                over = true;
                audience.dismiss();
                moments.forget();
                early.clear();
            }
            scribe.then(() -> stored.complete(null));
        });
        return stored;
    }

    private static void await(CompletableFuture<Void> stored) {
        try {
            stored.completeOnTimeout(null, STORED_SECONDS, TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            throw new IllegalStateException("a conversation did not end", e);
        }
    }

    private Input last(String sentence) {
        return new Input(
                "farewell-" + loop.now().toEpochMilli(), sentence, Origin.SYSTEM, null, true, loop.now(), null);
    }
}
