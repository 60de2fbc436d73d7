package dev.callsheet.conversation.comments;

import dev.callsheet.conversation.comments.ChoicePolicy.Scored;
import dev.callsheet.conversation.comments.Group.Judgement;
import dev.callsheet.conversation.comments.Moderator.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The comments of one session. Every comment that is taken ends once: as part of a {@link Choice}, or skipped with a
 * reason. It knows no clock and no moderator: times and verdicts are handed in, and the same calls give the same results.
 * Its memory is bounded by its terms. Not thread-safe, and changed in place: at thousands of comments a second each copy
 * of its state would be garbage at once.
 *
 * <pre>
 * take -> skipped | counted into a group | a new group, not judged -> judged: allowed -> chosen | expired | overflow
 *                                                                  \-> moderated, moderation_failed
 * </pre>
 */
public final class CommentDesk {
    private static final int MOST_AUTHORS = 20_000;

    private final CommentTerms terms;
    private final ChoicePolicy policy;
    private final Lately lately = new Lately();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Window> authors = new LinkedHashMap<>();
    private final Window everybody;
    private final Map<String, Boolean> known;
    private Instant latest = Instant.EPOCH;

    public CommentDesk(CommentTerms terms) {
        this.terms = terms;
        this.policy = new ChoicePolicy(terms);
        this.everybody = new Window(terms.perSecond(), 1000);
        this.known = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > terms.ids();
            }
        };
    }

    /** Takes a comment; one with a known id has no effect. Returns what was skipped for it: itself, or who gave way. */
    public List<Skipped> take(Comment comment, Instant time) {
        Instant now = later(time);
        if (known.putIfAbsent(comment.commentId(), true) != null) {
            return List.of();
        }
        Instant posted = comment.postedAt().isAfter(now) ? now : comment.postedAt();
        if (old(posted, now)) {
            return skip(comment, SkipReason.EXPIRED);
        }
        // Cheap: a code point has at most two chars.
        if (comment.text().length() > 2 * terms.maxLength()
                || comment.text().codePointCount(0, comment.text().length()) > terms.maxLength()) {
            return skip(comment, SkipReason.TOO_LONG);
        }
        if (!admitted(comment.author(), now.toEpochMilli())) {
            return skip(comment, SkipReason.RATE_LIMITED);
        }
        var likeness = Likeness.of(comment.text(), terms.fillers());
        if (likeness.empty()) {
            return skip(comment, Wording.links(comment.text()) ? SkipReason.LINKS_ONLY : SkipReason.EMPTY);
        }
        var group = find(likeness);
        if (group != null) {
            return group.add(comment, posted, terms.members()) ? List.of() : skip(comment, SkipReason.DUPLICATE);
        }
        var answered = lately.answered(likeness, terms.alike());
        groups.put(likeness.key(), new Group(likeness, comment, policy.named(likeness), answered, posted));
        return groups.size() > terms.groups() ? giveWay(now) : List.of();
    }

    /** Comments that a moderator is to be asked about; each is given out once. */
    public List<Comment> unjudged(int most) {
        List<Comment> some = new ArrayList<>();
        for (Group group : groups.values()) {
            if (group.judgement() == Judgement.OPEN && some.size() < most) {
                group.judgement(Judgement.ASKED);
                some.add(group.founder);
            }
        }
        return some;
    }

    /** The moderator's word on a comment out of {@link #unjudged}. Without effect if it is gone meanwhile. */
    public List<Skipped> judged(Comment comment, Verdict verdict) {
        return judged(comment, verdict.allowed(), SkipReason.MODERATED);
    }

    /** The moderator could not judge it: by the terms it is taken or not. */
    public List<Skipped> unjudgeable(Comment comment) {
        return judged(comment, terms.openIfModeratorFails(), SkipReason.MODERATION_FAILED);
    }

    /** Lets go of what has become too old; call it now and then. */
    public List<Skipped> sweep(Instant time) {
        Instant now = later(time);
        authors.values().removeIf(window -> window.empty(now.toEpochMilli()));
        List<Skipped> skipped = new ArrayList<>();
        groups.values().removeIf(group -> {
            boolean old = old(group.newest(), now);
            if (old) {
                skipped.addAll(all(group, SkipReason.EXPIRED));
            }
            return old;
        });
        return skipped;
    }

    /** Takes the best group out, if any is worth an answer. */
    public Optional<Choice> choose(Instant time) {
        Instant now = later(time);
        var best = groups.values().stream()
                .filter(group -> group.judgement() == Judgement.ALLOWED && !old(group.newest(), now))
                .map(group -> new Scored(group, policy.score(group, lately, now)))
                .filter(scored -> scored.score().value() >= terms.weights().least())
                .min(policy.order());
        return best.map(scored -> chosen(scored, now));
    }

    /** Nothing will be answered any more. */
    public List<Skipped> close() {
        List<Skipped> skipped = new ArrayList<>();
        groups.values().forEach(group -> skipped.addAll(all(group, SkipReason.SESSION_ENDED)));
        groups.clear();
        return skipped;
    }

    /** Groups that wait for a verdict or for an answer. */
    public int waiting() {
        return groups.size();
    }

    private Choice chosen(Scored scored, Instant now) {
        var group = scored.group();
        long others = groups.size() - 1L;
        groups.remove(group.likeness.key());
        lately.note(group.likeness, group.founder.author(), now);
        groups.values().stream()
                .filter(other -> other.likeness.like(group.likeness, terms.alike()))
                .forEach(other -> other.answered(now));
        String reason = scored.score().told() + "; " + group.askers() + " asked; before " + others + " others";
        return new Choice(group.founder, group.members(), group.askers(), scored.score(), reason);
    }

    private Instant later(Instant time) {
        latest = time.isAfter(latest) ? time : latest;
        return latest;
    }

    private boolean old(Instant posted, Instant now) {
        return Duration.between(posted, now).compareTo(terms.maxAge()) > 0;
    }

    /** Who is over the own limit uses up nothing of everybody's. */
    private boolean admitted(String author, long now) {
        var own = authors.get(author);
        if (own != null && !own.open(now) || !everybody.open(now)) {
            return false;
        }
        if (own == null && !author.isEmpty()) {
            if (authors.size() >= MOST_AUTHORS || terms.perAuthor() == 0) {
                return false;
            }
            own = new Window(terms.perAuthor(), terms.authorWindow().toMillis());
            authors.put(author, own);
        }
        if (own != null) {
            own.note(now);
        }
        everybody.note(now);
        return true;
    }

    private @Nullable Group find(Likeness likeness) {
        var same = groups.get(likeness.key());
        if (same != null) {
            return same;
        }
        for (Group group : groups.values()) {
            if (group.likeness.like(likeness, terms.alike())) {
                return group;
            }
        }
        return null;
    }

    private List<Skipped> giveWay(Instant now) {
        var least = groups.values().stream()
                .map(group -> new Scored(group, policy.score(group, lately, now)))
                .max(policy.order())
                .orElseThrow()
                .group();
        groups.remove(least.likeness.key());
        return all(least, SkipReason.OVERFLOW);
    }

    private List<Skipped> judged(Comment comment, boolean allowed, SkipReason otherwise) {
        var key = Likeness.of(comment.text(), terms.fillers()).key();
        var group = groups.get(key);
        if (group == null || !group.founder.commentId().equals(comment.commentId())) {
            return List.of();
        }
        if (allowed) {
            group.judgement(Judgement.ALLOWED);
            return List.of();
        }
        groups.remove(key);
        return all(group, otherwise);
    }

    private static List<Skipped> all(Group group, SkipReason reason) {
        return group.members().stream()
                .map(comment -> new Skipped(comment, reason))
                .toList();
    }

    private static List<Skipped> skip(Comment comment, SkipReason reason) {
        return List.of(new Skipped(comment, reason));
    }
}
