package dev.callsheet.avatar.live.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.conversation.comments.Comment;
import dev.callsheet.conversation.comments.CommentDesk;
import dev.callsheet.conversation.comments.CommentTerms;
import dev.callsheet.conversation.comments.Moderator;
import dev.callsheet.conversation.comments.WordList;
import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.plan.Phrases;
import dev.callsheet.conversation.plan.Programme;
import dev.callsheet.conversation.plan.SessionPlan;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShowTest {
    private static final SessionId SESSION = new SessionId(new UUID(3, 3));
    private static final String PLAN = """
            {"talkingPoints":[{"text":"one"},{"text":"two"}],"idleSeconds":10,"repeat":true,
             "quietHours":[{"from":"22:00","to":"06:00"}],"zone":"UTC","endsAt":"2026-11-24T20:00:00Z"}
            """;

    private final FakeConversation conversation = new FakeConversation();
    private final List<String> house = new ArrayList<>();
    private final List<Fact.TurnSkipped> facts = new ArrayList<>();
    private String stored = "";
    private boolean deskAway;
    private Moderator moderator = new WordList(List.of("darn"));
    private Instant now = Instant.parse("2026-11-23T20:00:00Z");
    private Show show = show(PLAN);

    @Test
    void aCommentIsAnsweredBeforeATalkingPoint() {
        post("1", "ann", "How much is it?");
        post("2", "bob", "how much is it");
        pass(3);
        assertThat(conversation.said)
                .extracting(Input::inputId, Input::origin, Input::author, Input::verbatim)
                .containsExactly(tuple("1", Origin.COMMENT, "ann", false));
        assertThat(conversation.told).isEmpty();
    }

    @Test
    void talkingPointsFillTheSilenceAndTheirPlaceIsKept() {
        pass(3);
        assertThat(conversation.said).extracting(Input::text).containsExactly("one");
        assertThat(stored).isEqualTo("0.1");
        pass(30);
        assertThat(conversation.said).as("while it speaks").hasSize(1);
        conversation.busy = false;
        pass(9);
        assertThat(conversation.said).as("before its silence is over").hasSize(1);
        pass(3);
        assertThat(conversation.said).extracting(Input::text, Input::origin).contains(tuple("two", Origin.SCRIPT));
    }

    @Test
    void aProcessThatTakesOverGoesOnWhereTheOtherStood() {
        pass(3);
        conversation.busy = false;
        show = show(PLAN);
        pass(12);
        assertThat(conversation.said).extracting(Input::text).containsExactly("one", "two");
    }

    @Test
    void whatTheModeratorRefusesIsToldAndNeverSaid() {
        post("1", "ann", "d.a.r.n you");
        pass(1);
        assertThat(conversation.told).containsExactly(new Told.TurnSkipped("1", "comment.moderated", "ann"));
        assertThat(facts)
                .extracting(Fact.TurnSkipped::inputId, Fact.TurnSkipped::reason, Fact.TurnSkipped::others)
                .containsExactly(tuple("1", "comment.moderated", null));
        pass(3);
        assertThat(conversation.said).extracting(Input::origin).doesNotContain(Origin.COMMENT);
    }

    @Test
    void aModeratorWhoIsAwayLetsNothingThroughAndIsAskedAgain() {
        moderator = (texts, sink) -> {
            sink.failed("moderation.unavailable", "away");
            return () -> {};
        };
        show = show(null);
        post("1", "ann", "How much is it?");
        pass(2);
        post("2", "bob", "Does it fold?");
        pass(2);
        assertThat(conversation.said).isEmpty();
        assertThat(conversation.told)
                .containsExactly(
                        new Told.TurnSkipped("1", "comment.moderation_failed", "ann"),
                        new Told.TurnSkipped("2", "comment.moderation_failed", "bob"));
    }

    @Test
    void aSlowModeratorIsAskedOnceAtATimeAndHoldsNothingElseUp() {
        List<Runnable> answers = new ArrayList<>();
        List<List<String>> asked = new ArrayList<>();
        moderator = new Moderator() {
            @Override
            public Work judge(List<String> texts, Sink sink) {
                asked.add(texts);
                answers.add(() -> sink.verdicts(
                        texts.stream().map(text -> Verdict.ALLOWED).toList()));
                return () -> {};
            }
        };
        show = show(PLAN);
        post("1", "ann", "How much is it?");
        pass(1);
        post("2", "bob", "Does it fold?");
        pass(1);
        post("3", "cid", "Do you ship abroad?");
        pass(2);
        assertThat(conversation.said).extracting(Input::text).containsExactly("one");
        answers.removeFirst().run();
        pass(1);
        assertThat(asked).containsExactly(List.of("How much is it?"), List.of("Does it fold?", "Do you ship abroad?"));
    }

    @Test
    void aFloodIsToldInBatches() {
        for (int i = 0; i < 5_000; i++) {
            post("c" + i, "author " + i, "How much is it?");
        }
        pass(4);
        assertThat(conversation.told).hasSize(Tally.MOST_TOLD);
        assertThat(facts)
                .extracting(Fact.TurnSkipped::reason, Fact.TurnSkipped::others)
                .containsExactly(tuple("comment.rate_limited", 4_899));
    }

    @Test
    void atQuietHoursItSaysSoAndRests() {
        now = Instant.parse("2026-11-23T21:59:58Z");
        pass(1);
        assertThat(house).isEmpty();
        pass(2);
        assertThat(conversation.farewells).containsExactly(Phrases.in("de").resting());
        assertThat(house).containsExactly("rest until 2026-11-24T06:00:00Z");
        pass(10);
        assertThat(house).hasSize(1);
    }

    @Test
    void aDeskThatIsAwayIsAskedAgain() {
        deskAway = true;
        now = Instant.parse("2026-11-24T20:00:00Z");
        pass(1);
        deskAway = false;
        pass(1);
        assertThat(house).containsExactly("end");
        assertThat(conversation.farewells).contains(Phrases.in("de").planEnded());
    }

    @Test
    void whatWaitsAtTheEndIsToldAsSkipped() {
        conversation.busy = true;
        post("1", "ann", "How much is it?");
        pass(1);
        show.close(now);
        assertThat(facts).extracting(Fact.TurnSkipped::reason).containsExactly("comment.session_ended");
        assertThat(show.comment(new Comment("2", "bob", "Hello?", now), now)).isFalse();
    }

    private void post(String id, String author, String text) {
        assertThat(show.comment(new Comment(id, author, text, now), now)).isTrue();
    }

    private void pass(int seconds) {
        for (int i = 0; i < 2 * seconds; i++) {
            now = now.plusMillis(500);
            show.tick(now);
        }
    }

    private Show show(@Nullable String plan) {
        var order = new SessionOrder(
                SESSION,
                new TenantId("demo"),
                null,
                "avatar",
                SessionOrder.Mode.LITE,
                null,
                null,
                null,
                "de",
                Duration.ofHours(1),
                false,
                true,
                null,
                TurnPolicy.QUEUE,
                plan,
                SessionOrder.Consent.NONE,
                new SessionOrder.Disclosure(false, ""),
                List.of());
        return new Show(
                order,
                conversation,
                new CommentDesk(CommentTerms.DEFAULT),
                new Programme(SESSION, plan == null ? null : SessionPlan.parse(plan)),
                moderator,
                new House(),
                facts::add,
                Runnable::run);
    }

    private final class House implements Backstage {
        @Override
        public String position(SessionId id) {
            return stored;
        }

        @Override
        public void keep(SessionId id, String position) {
            stored = position;
        }

        @Override
        public void rest(SessionId id, Instant until) {
            house.add("rest until " + until);
        }

        @Override
        public void end(SessionId id) {
            if (deskAway) {
                throw new IllegalStateException("the desk is away");
            }
            house.add("end");
        }
    }
}
