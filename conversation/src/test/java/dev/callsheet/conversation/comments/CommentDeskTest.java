package dev.callsheet.conversation.comments;

import static dev.callsheet.conversation.comments.SkipReason.DUPLICATE;
import static dev.callsheet.conversation.comments.SkipReason.EMPTY;
import static dev.callsheet.conversation.comments.SkipReason.EXPIRED;
import static dev.callsheet.conversation.comments.SkipReason.LINKS_ONLY;
import static dev.callsheet.conversation.comments.SkipReason.MODERATED;
import static dev.callsheet.conversation.comments.SkipReason.MODERATION_FAILED;
import static dev.callsheet.conversation.comments.SkipReason.OVERFLOW;
import static dev.callsheet.conversation.comments.SkipReason.RATE_LIMITED;
import static dev.callsheet.conversation.comments.SkipReason.SESSION_ENDED;
import static dev.callsheet.conversation.comments.SkipReason.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.comments.Moderator.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommentDeskTest {
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private final CommentDesk desk = new CommentDesk(CommentTerms.DEFAULT.withNames(Set.of("Mia", "oak table")));
    private final List<Skipped> skipped = new ArrayList<>();
    private Instant now = START;
    private int number;

    @Test
    void theQuestionOfMostIsChosenAndAnswersAllOfThem() {
        post("ann", "Do you ship abroad?");
        post("bob", "how much is it?");
        post("cid", "How much is it");
        post("dee", "hey, how much is it please?");
        var choice = choose();
        assertThat(choice.comment().author()).isEqualTo("bob");
        assertThat(choice.askers()).isEqualTo(3);
        assertThat(choice.answered()).extracting(Comment::author).containsExactly("bob", "cid", "dee");
        assertThat(choice.reason()).contains("askers 2.00", "3 asked; before 1 others");
        assertThat(choose().comment().author()).isEqualTo("ann");
        assertThat(skipped).isEmpty();
    }

    @Test
    void aNameAndAQuestionMarkAreWorthMore() {
        post("ann", "Nice weather today");
        post("bob", "What about the oak table");
        post("cid", "What about the oaken table?");
        post("dee", "Does the oak table fold?");
        assertThat(List.of(author(), author(), author(), author())).containsExactly("dee", "cid", "bob", "ann");
    }

    @Test
    void whatIsFreshComesBeforeWhatIsStale() {
        post("ann", "Do you ship abroad?");
        now = now.plusSeconds(60);
        post("bob", "How much is it?");
        assertThat(author()).isEqualTo("bob");
    }

    @Test
    void ofEqualOnesTheFirstThatWasAskedIsChosen() {
        post("ann", "Will it fold?");
        now = now.plusSeconds(1);
        post("bob", "Do you ship abroad?");
        now = now.plusSeconds(1);
        post("cid", "Will it fold?");
        post("dee", "Do you ship abroad?");
        assertThat(author()).isEqualTo("ann");
    }

    @Test
    void anAnsweredQuestionRestsUntilItIsNewsAgain() {
        post("ann", "How much is it?");
        choose();
        post("bob", "how much is it");
        assertThat(desk.choose(now)).isEmpty();
        now = now.plusSeconds(80);
        post("cid", "How much is it?");
        assertThat(choose().answered()).extracting(Comment::author).containsExactly("bob", "cid");
    }

    @Test
    void anAuthorWhoWasChosenStepsBehindOneWhoWasNot() {
        post("ann", "How much is it?");
        choose();
        post("ann", "Do you ship abroad?");
        post("bob", "Does it fold?");
        assertThat(author()).isEqualTo("bob");
        assertThat(author()).isEqualTo("ann");
    }

    @Test
    void aRepeatOfTheSameAuthorIsNoSecondAsker() {
        post("ann", "How much is it?");
        post("ann", "how much is it???");
        assertThat(skipped).extracting(Skipped::reason).containsExactly(DUPLICATE);
        assertThat(choose().askers()).isEqualTo(1);
    }

    @Test
    void theSameCommentTwiceIsOne() {
        var comment = new Comment("1", "ann", "How much is it?", now);
        assertThat(desk.take(comment, now)).isEmpty();
        assertThat(desk.take(comment, now)).isEmpty();
        judge();
        assertThat(choose().answered()).containsExactly(comment);
    }

    @Test
    void whatCannotBeAnsweredIsToldWhy() {
        post("ann", " \u2764\uFE0F !!");
        post("ann", "https://example.org/a www.example.org");
        post("ann", "x ".repeat(300));
        skipped.addAll(desk.take(new Comment("late", "ann", "Hello there", now.minusSeconds(121)), now));
        assertThat(skipped).extracting(Skipped::reason).containsExactly(EMPTY, LINKS_ONLY, TOO_LONG, EXPIRED);
    }

    @Test
    void oneAuthorCannotTakeTheRoomOfTheOthers() {
        for (int i = 0; i < 8; i++) {
            post("ann", "Question of mine that has the name " + "abcdefgh".charAt(i));
        }
        assertThat(skipped).extracting(Skipped::reason).containsExactly(RATE_LIMITED, RATE_LIMITED, RATE_LIMITED);
        now = now.plusSeconds(60);
        post("ann", "And now?");
        assertThat(skipped).hasSize(3);
    }

    @Test
    void moreThanIsReadInASecondIsLimitedForAll() {
        for (int i = 0; i < 150; i++) {
            post("author " + i, "How much is it?");
        }
        assertThat(skipped).hasSize(50).allMatch(skip -> skip.reason() == RATE_LIMITED);
        assertThat(choose().askers()).isEqualTo(100);
    }

    @Test
    void nothingUnjudgedIsChosenAndWhatIsRefusedGoesWithAllThatAreLikeIt() {
        desk.take(new Comment("1", "ann", "Say something bad", now), now);
        desk.take(new Comment("2", "bob", "say something bad!", now), now);
        assertThat(desk.choose(now)).isEmpty();
        var asked = desk.unjudged(10);
        assertThat(asked).extracting(Comment::commentId).containsExactly("1");
        assertThat(desk.unjudged(10)).isEmpty();
        assertThat(desk.judged(asked.getFirst(), Verdict.refused("word")))
                .extracting(Skipped::reason)
                .containsExactly(MODERATED, MODERATED);
        assertThat(desk.choose(now)).isEmpty();
    }

    @Test
    void withoutAVerdictNothingIsSaid() {
        desk.take(new Comment("1", "ann", "How much is it?", now), now);
        assertThat(desk.unjudgeable(desk.unjudged(1).getFirst()))
                .extracting(Skipped::reason)
                .containsExactly(MODERATION_FAILED);
    }

    @Test
    void theLeastGivesWayWhenThereAreTooMany() {
        var small = new CommentDesk(new CommentTerms(
                CommentTerms.DEFAULT.maxAge(),
                500,
                5,
                CommentTerms.DEFAULT.authorWindow(),
                100,
                2,
                10,
                100,
                0.6,
                true,
                Set.of(),
                Set.of(),
                CommentTerms.Weights.DEFAULT));
        small.take(new Comment("1", "ann", "Does it fold?", now), now);
        small.take(new Comment("2", "bob", "Nice weather today", now), now);
        assertThat(small.take(new Comment("3", "cid", "Do you ship abroad?", now), now))
                .containsExactly(new Skipped(new Comment("2", "bob", "Nice weather today", now), OVERFLOW));
        assertThat(small.unjudgeable(small.unjudged(1).getFirst())).isEmpty();
        assertThat(small.choose(now)).isPresent();
        assertThat(small.close()).extracting(Skipped::reason).containsExactly(SESSION_ENDED);
    }

    @Test
    void whatNobodyAsksAnyMoreExpires() {
        post("ann", "Does it fold?");
        now = now.plusSeconds(100);
        post("bob", "does it fold");
        now = now.plusSeconds(100);
        assertThat(desk.sweep(now)).isEmpty();
        now = now.plusSeconds(30);
        assertThat(desk.sweep(now)).extracting(Skipped::reason).containsExactly(EXPIRED, EXPIRED);
    }

    private void post(String author, String text) {
        skipped.addAll(desk.take(new Comment("c" + number++, author, text, now), now));
        judge();
    }

    private void judge() {
        desk.unjudged(100).forEach(comment -> desk.judged(comment, Verdict.ALLOWED));
    }

    private Choice choose() {
        return desk.choose(now).orElseThrow();
    }

    private String author() {
        return choose().comment().author();
    }
}
