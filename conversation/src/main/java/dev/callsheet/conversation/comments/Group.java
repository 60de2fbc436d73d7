package dev.callsheet.conversation.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comments that are alike. Only the first one's words were judged, so only they are ever said. Not thread-safe. */
final class Group {
    private static final int MOST_ASKERS = 10_000;
    private static final String QUESTION_MARKS = "?\uFF1F\u061F\u037E";

    final Likeness likeness;
    final Comment founder;
    /** It names what is talked about. */
    final boolean named;

    private final List<Comment> members = new ArrayList<>(2);
    private final Set<String> askers = HashSet.newHashSet(2);
    private Instant first;
    private Instant newest;
    private boolean question;
    private @Nullable Instant answered;
    private Judgement judgement = Judgement.OPEN;

    enum Judgement {
        OPEN,
        ASKED,
        ALLOWED
    }

    Group(Likeness likeness, Comment founder, boolean named, @Nullable Instant answered, Instant at) {
        this.likeness = likeness;
        this.founder = founder;
        this.named = named;
        this.answered = answered;
        this.first = at;
        this.newest = at;
        add(founder, at, 1);
    }

    /** Counts one more; false if it is counted only, and not kept. @param most members to be kept */
    boolean add(Comment comment, Instant at, int most) {
        boolean another = askers.size() < MOST_ASKERS && askers.add(comment.author())
                || comment.author().isEmpty();
        first = at.isBefore(first) ? at : first;
        if (another && at.isAfter(newest)) {
            newest = at;
        }
        question |= comment.text().chars().anyMatch(c -> QUESTION_MARKS.indexOf(c) >= 0);
        boolean kept = another && members.size() < most;
        if (kept) {
            members.add(comment);
        }
        return kept;
    }

    int askers() {
        return askers.size();
    }

    List<Comment> members() {
        return List.copyOf(members);
    }

    /** One of them at least has a question mark. */
    boolean question() {
        return question;
    }

    /** When one like it was answered last; null if that is long ago or never was. */
    @Nullable
    Instant answered() {
        return answered;
    }

    void answered(Instant at) {
        answered = at;
    }

    /** When the first was posted. */
    Instant first() {
        return first;
    }

    /** When the last who had not asked before did. */
    Instant newest() {
        return newest;
    }

    Judgement judgement() {
        return judgement;
    }

    void judgement(Judgement next) {
        judgement = next;
    }
}
