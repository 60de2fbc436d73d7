package dev.callsheet.conversation.comments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.comments.Moderator.Verdict;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ten thousand comments a second for five seconds. */
class CommentBurstTest {
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final int COMMENTS = 50_000;
    private static final List<String> WORDS = List.of(
            "table",
            "chair",
            "price",
            "oak",
            "red",
            "blue",
            "ship",
            "fold",
            "heavy",
            "sofa",
            "lamp",
            "when",
            "size",
            "cheap",
            "love",
            "where",
            "colour",
            "delivery",
            "wood",
            "nice");

    @Test
    void aBurstTakesAFifthOfACoreAtMost() {
        assertThat(perSecond(CommentTerms.DEFAULT.withNames(Set.of("oak table"))))
                .isGreaterThan(50_000);
    }

    /** Of processor time. */
    private static double perSecond(CommentTerms terms) {
        var desk = new CommentDesk(terms);
        var random = new Random(7);
        var comments = new Comment[COMMENTS];
        for (int i = 0; i < COMMENTS; i++) {
            var text = new StringBuilder("is the");
            for (int w = random.nextInt(3, 8); w > 0; w--) {
                text.append(' ').append(WORDS.get((int) Math.abs(random.nextGaussian() * 4) % WORDS.size()));
            }
            comments[i] = new Comment(
                    "c" + i,
                    "author " + random.nextInt(30_000),
                    text.append('?').toString(),
                    START.plusMillis(i / 10));
        }
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < COMMENTS; i++) {
            var now = comments[i].postedAt();
            desk.take(comments[i], now);
            if (i % 5_000 == 0) {
                desk.sweep(now);
                desk.unjudged(500).forEach(comment -> desk.judged(comment, Verdict.ALLOWED));
                desk.choose(now);
            }
            if (desk.waiting() > terms.groups()) {
                throw new AssertionError(desk.waiting() + " groups");
            }
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        return COMMENTS / (took / 1e9);
    }
}
