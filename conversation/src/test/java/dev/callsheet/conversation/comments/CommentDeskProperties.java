package dev.callsheet.conversation.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.comments.Moderator.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The desk under an audience that nobody has planned. */
class CommentDeskProperties {
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final List<String> TEXTS = List.of(
            "How much is it?",
            "how much is it",
            "Hey how much is it please",
            "Does it fold?",
            "does it fold",
            "Do you ship abroad?",
            "do you ship to Norway?",
            "I like the colour",
            "bad",
            "!!!",
            "https://example.org/x",
            "Is the oak table heavy?",
            "Is the oak table heayv?",
            "x".repeat(600),
            "这个多少钱",
            "size 38?",
            "size 39?");
    private static final Set<SkipReason> AT_THE_DOOR =
            Set.of(SkipReason.RATE_LIMITED, SkipReason.EXPIRED, SkipReason.TOO_LONG);
    private static final CommentTerms SMALL = new CommentTerms(
            Duration.ofSeconds(20),
            500,
            3,
            Duration.ofSeconds(10),
            8,
            4,
            3,
            100_000,
            0.6,
            false,
            Set.of("oak table"),
            CommentTerms.DEFAULT.fillers(),
            CommentTerms.Weights.DEFAULT);

    @Property(tries = 150)
    void everyCommentEndsOnce(@ForAll Random random) {
        var desk = new CommentDesk(SMALL);
        Map<String, Integer> ends = new HashMap<>();
        Set<String> posted = new HashSet<>();
        List<Comment> asked = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 300; i++) {
            now = now.plusMillis(random.nextInt(400));
            List<Skipped> skipped = new ArrayList<>();
            switch (random.nextInt(10)) {
                case 0 -> asked.addAll(desk.unjudged(1 + random.nextInt(3)));
                case 1 -> skipped.addAll(verdict(desk, asked, random));
                case 2 -> skipped.addAll(desk.sweep(now));
                case 3 -> desk.choose(now).ifPresent(choice -> choice.answered().forEach(c -> end(c, ends)));
                default -> {
                    var comment = comment("c" + random.nextInt(250), random, now);
                    posted.add(comment.commentId());
                    skipped.addAll(desk.take(comment, now));
                }
            }
            skipped.forEach(skip -> end(skip.comment(), ends));
            assertThat(desk.waiting()).isLessThanOrEqualTo(SMALL.groups());
        }
        desk.close().forEach(skip -> end(skip.comment(), ends));
        assertThat(ends.keySet()).isEqualTo(posted);
        assertThat(ends.values()).containsOnly(1);
    }

    @Property(tries = 100)
    void noAuthorGetsMoreThanTheLimitInAnyWindow(@ForAll Random random) {
        var desk = new CommentDesk(SMALL);
        Map<String, List<Instant>> taken = new HashMap<>();
        List<Instant> all = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 400; i++) {
            now = now.plusMillis(random.nextInt(200));
            var comment = comment("c" + i, random, now);
            boolean turnedAway = desk.take(comment, now).stream()
                    .filter(skip -> skip.comment().equals(comment))
                    .anyMatch(skip -> AT_THE_DOOR.contains(skip.reason()));
            if (!turnedAway) {
                all.add(now);
                taken.computeIfAbsent(comment.author(), key -> new ArrayList<>())
                        .add(now);
            }
            if (random.nextInt(20) == 0) {
                desk.sweep(now);
            }
        }
        taken.forEach((author, times) -> {
            if (!author.isEmpty()) {
                neverMore(times, SMALL.perAuthor(), SMALL.authorWindow());
            }
        });
        neverMore(all, SMALL.perSecond(), Duration.ofSeconds(1));
    }

    /** Promised for comments of one moment that no limit touches, and whose wordings are equal or unlike. */
    @Property(tries = 100)
    void theOrderOfArrivalDoesNotDecide(@ForAll Random random) {
        List<Comment> comments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String text = TEXTS.get(List.of(0, 1, 3, 4, 5, 7, 11, 14, 15, 16).get(random.nextInt(10)));
            comments.add(new Comment("c" + i, "author " + i, text, START.minusSeconds(random.nextInt(10))));
        }
        var inOrder = outcomes(comments);
        Collections.shuffle(comments, random);
        assertThat(outcomes(comments)).isEqualTo(inOrder);
    }

    private static List<String> outcomes(List<Comment> comments) {
        var desk = new CommentDesk(CommentTerms.DEFAULT.withNames(Set.of("oak table")));
        comments.forEach(comment -> desk.take(comment, START));
        desk.unjudged(100).forEach(comment -> desk.judged(comment, Verdict.ALLOWED));
        List<String> outcomes = new ArrayList<>();
        for (var choice = desk.choose(START); choice.isPresent(); choice = desk.choose(START)) {
            String key = Likeness.of(choice.get().comment().text(), Set.of()).key();
            outcomes.add(key + " " + choice.get().askers());
        }
        return outcomes;
    }

    private static List<Skipped> verdict(CommentDesk desk, List<Comment> asked, Random random) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var comment = asked.remove(random.nextInt(asked.size()));
        if (random.nextInt(5) == 0) {
            return desk.unjudgeable(comment);
        }
        return desk.judged(comment, comment.text().equals("bad") ? Verdict.refused("word") : Verdict.ALLOWED);
    }

    private static Comment comment(String id, Random random, Instant now) {
        String author = random.nextInt(6) == 0 ? "" : "author " + random.nextInt(12);
        Instant posted = now.plusSeconds(3 - random.nextInt(26));
        return new Comment(id, author, TEXTS.get(random.nextInt(TEXTS.size())), posted);
    }

    private static void end(Comment comment, Map<String, Integer> ends) {
        ends.merge(comment.commentId(), 1, Integer::sum);
    }

    private static void neverMore(List<Instant> times, int most, Duration window) {
        for (int i = most; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - most), times.get(i))).isGreaterThanOrEqualTo(window);
        }
    }
}
