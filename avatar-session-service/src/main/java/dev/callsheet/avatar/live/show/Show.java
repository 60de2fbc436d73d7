package dev.callsheet.avatar.live.show;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.comments.Choice;
import dev.callsheet.conversation.comments.Comment;
import dev.callsheet.conversation.comments.CommentDesk;
import dev.callsheet.conversation.comments.Moderator;
import dev.callsheet.conversation.comments.Skipped;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.plan.Phrases;
import dev.callsheet.conversation.plan.Programme;
import dev.callsheet.conversation.plan.Situation;
import dev.callsheet.conversation.plan.Step;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What goes on in one conversation besides its viewers' words. Thread-safe; no call blocks. */
final class Show {
    private static final Logger LOG = Logger.getLogger(Show.class);
    private static final int MOST_JUDGED = 32;

    private final SessionOrder order;
    private final Conversation conversation;
    private final CommentDesk desk;
    private final Programme programme;
    private final Tally tally;
    private final Moderator moderator;
    private final Backstage backstage;
    private final SkipLog skips;
    private final Executor threads;
    /** Null until it is known. Without a plan there is none to be known. */
    private @Nullable String position;

    private @Nullable Instant idleSince;
    private boolean asking;
    private boolean judging;
    private boolean leaving;
    private boolean over;

    Show(
            SessionOrder order,
            Conversation conversation,
            CommentDesk desk,
            Programme programme,
            Moderator moderator,
            Backstage backstage,
            SkipLog skips,
            Executor threads) {
        this.order = order;
        this.conversation = conversation;
        this.desk = desk;
        this.programme = programme;
        this.tally = new Tally(order.sessionId(), order.tenant());
        this.moderator = moderator;
        this.backstage = backstage;
        this.skips = skips;
        this.threads = threads;
        this.position = order.plan() == null ? "" : null;
    }

    /** False if the show is over. */
    synchronized boolean comment(Comment comment, Instant now) {
        if (over) {
            return false;
        }
        tally.add(desk.take(comment, now));
        return true;
    }

    void tick(Instant now) {
        judge();
        boolean quiet = conversation.idle();
        synchronized (this) {
            if (over) {
                return;
            }
            tally.add(desk.sweep(now));
            tally.told().forEach(conversation::tell);
            tally.facts(now, false).forEach(skips::tell);
            idleSince = !quiet ? null : idleSince == null ? now : idleSince;
            if (position == null) {
                learnPosition();
            } else if (!leaving) {
                step(now, position, desk.waiting());
            }
        }
    }

    /** It is over here; what waits is told as skipped. */
    synchronized void close(Instant now) {
        over = true;
        tally.add(desk.close());
        tally.facts(now, true).forEach(skips::tell);
    }

    private void step(Instant now, String at, int waiting) {
        switch (programme.next(new Situation(now, false, idleSince, waiting, at))) {
            case Step.Answer() ->
                desk.choose(now).ifPresentOrElse(choice -> answer(choice, now), () -> step(now, at, 0));
            case Step.Say(Input input, String next) -> {
                say(input);
                position = next;
                later("note its place", () -> backstage.keep(id(), next));
            }
            case Step.Rest(Instant until) -> leave(phrases().resting(), "rest", () -> backstage.rest(id(), until));
            case Step.End() -> leave(phrases().planEnded(), "end", () -> backstage.end(id()));
            case Step.Wake(), Step.Nothing() -> {}
        }
    }

    private void answer(Choice choice, Instant now) {
        var comment = choice.comment();
        LOG.infof("session %s answers comment %s: %s", id(), comment.commentId(), choice.reason());
        String author = comment.author().isEmpty() ? null : comment.author();
        say(new Input(comment.commentId(), comment.text(), Origin.COMMENT, author, false, now, null));
    }

    private void say(Input input) {
        // Silence is counted anew, also if the conversation needs a moment to begin.
        idleSince = null;
        conversation.say(input);
    }

    /** The sentence in flight is ended first; what fails is tried again at the next tick. */
    private void leave(String sentence, String what, Runnable then) {
        leaving = true;
        conversation.farewell(sentence, () -> {
            try {
                then.run();
            } catch (RuntimeException e) {
                LOG.warnf("session %s could not %s, and tries again: %s", id(), what, e.getMessage());
                stay();
            }
        });
    }

    private synchronized void stay() {
        leaving = false;
    }

    private void learnPosition() {
        if (!asking) {
            asking = true;
            later("learn its place", () -> known(() -> backstage.position(id())));
        }
    }

    private void known(Supplier<String> source) {
        String found = null;
        try {
            found = source.get();
        } finally {
            synchronized (this) {
                asking = false;
                position = found;
            }
        }
    }

    /** One call to the moderator at a time: what comes meanwhile is judged together in the next. */
    private void judge() {
        List<Comment> comments;
        synchronized (this) {
            if (judging || over) {
                return;
            }
            comments = desk.unjudged(MOST_JUDGED);
            judging = !comments.isEmpty();
        }
        if (!comments.isEmpty()) {
            moderator.judge(comments.stream().map(Comment::text).toList(), new Verdicts(comments));
        }
    }

    private synchronized void judged(List<Skipped> skipped) {
        tally.add(skipped);
    }

    private final class Verdicts implements Moderator.Sink {
        private final List<Comment> comments;

        Verdicts(List<Comment> comments) {
            this.comments = comments;
        }

        @Override
        public void verdicts(List<Moderator.Verdict> verdicts) {
            synchronized (Show.this) {
                judging = false;
                for (int i = 0; i < comments.size(); i++) {
                    judged(desk.judged(comments.get(i), verdicts.get(i)));
                }
            }
        }

        @Override
        public void failed(String code, String message) {
            LOG.warnf("session %s: %d comments could not be judged (%s): %s", id(), comments.size(), code, message);
            synchronized (Show.this) {
                judging = false;
                comments.forEach(comment -> judged(desk.unjudgeable(comment)));
            }
        }
    }

    private void later(String what, Runnable task) {
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warnf("session %s could not %s: %s", id(), what, e.getMessage());
            }
        });
    }

    private SessionId id() {
        return order.sessionId();
    }

    private Phrases phrases() {
        return Phrases.in(order.language());
    }
}
