package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.inbound.Samples;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final RequestId ID = RequestId.ofKey(new TenantId("demo"), "k");
    private static final Instant AT = Instant.EPOCH;

    @Test
    void nothingHeardYetReadsAsAccepted() {
        assertThat(Story.of(List.of()).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aRefusalIsTheEnd() {
        assertThat(StoryProperties.story(Samples.rejected(ID)).state()).isEqualTo(State.REJECTED);
        assertThat(State.REJECTED.isFinal()).isTrue();
    }

    @Test
    void aRetakeBringsTheRequestBackToTheQueue() {
        Story story = StoryProperties.story(
                Samples.routed(ID), Samples.queued(ID, 1), Samples.finished(ID), Samples.queued(ID, 2));

        assertThat(story.state()).isEqualTo(State.QUEUED);
        assertThat(story.takes()).extracting(TakeStory::attempt).containsExactly(1, 2);
        assertThat(story.ledger().quotedMicros()).isEqualTo(1_000_000);
    }

    @Test
    void aLateRenderingDoesNotUndoTheClip() {
        Story story = StoryProperties.story(Samples.finished(ID), Samples.rendering(ID, 1));

        assertThat(story.state()).isEqualTo(State.RENDERED);
        assertThat(story.ledger()).isEqualTo(new Ledger(0, 0, 500_000, 0));
    }

    @Test
    void theVerdictIsThatOfTheClipShown() {
        Story story = StoryProperties.story(Samples.finished(ID), Samples.scored(ID, "PASS"), Samples.completed(ID));

        assertThat(story.verdict()).contains("PASS");
        assertThat(story.state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void aHeldRequestWaitsUntilAPersonHasSpokenOrANewTakeHasBegun() {
        List<Fact> told = List.of(
                Samples.queued(ID, 1), Samples.finished(ID), Samples.scored(ID, "REVIEW"), Samples.held(ID, "REVIEW"));
        Story held = StoryProperties.story(told);
        Story again = StoryProperties.story(with(told, Samples.queued(ID, 2)));
        Story ruled =
                StoryProperties.story(with(told, Samples.ruled(ID, Ruling.Word.APPROVED, AT), Samples.completed(ID)));

        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(State.HELD.isFinal()).isFalse();
        assertThat(again.state()).isEqualTo(State.QUEUED);
        assertThat(ruled.state()).isEqualTo(State.COMPLETED);
    }

    @Test
    void thePersonsLastWordWinsAndTheMachinesStaysBesideIt() {
        Fact[] passed = {Samples.finished(ID), Samples.scored(ID, "PASS"), Samples.completedWith(ID, "PASS")};
        Story untouched = StoryProperties.story(passed);
        Story rejected = StoryProperties.story(with(List.of(passed), Samples.ruled(ID, Ruling.Word.REJECTED, AT)));
        Story changed = StoryProperties.story(with(
                List.of(passed),
                Samples.ruled(ID, Ruling.Word.APPROVED, AT.plusSeconds(1)),
                Samples.ruled(ID, Ruling.Word.REJECTED, AT)));

        assertThat(untouched.isAccepted()).isTrue();
        assertThat(rejected.isAccepted()).isFalse();
        assertThat(rejected.verdict()).contains("PASS");
        assertThat(rejected.ruled(Ruling.Word.REJECTED)).isOne();
        assertThat(changed.isAccepted()).isTrue();
        assertThat(changed.ruled(Ruling.Word.REJECTED)).isZero();
        assertThat(changed.result()).contains(TakeId.of(ID, 1));
    }

    private static List<Fact> with(List<Fact> told, Fact... more) {
        return Stream.concat(told.stream(), Stream.of(more)).toList();
    }

    @Test
    void aSessionGoesFromOfferedToEnded() {
        assertThat(StoryProperties.story(Samples.offered(ID)).state()).isEqualTo(State.OFFERED);
        assertThat(StoryProperties.story(Samples.turn(ID), Samples.offered(ID)).state())
                .isEqualTo(State.LIVE);
        Story ended = StoryProperties.story(Samples.ended(ID), Samples.turn(ID), Samples.offered(ID));
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(ended.ledger().settledMicros()).isEqualTo(200_000);
    }

    @Test
    void aSessionStandsWhereItsLatestLegStandsWhateverWasToldFirst() {
        var session = SessionId.of(ID);
        var tenant = Samples.turn(ID).tenant();
        var paused = new Fact.SessionPaused(session, ID, tenant, 1, null);
        var waiting = new Fact.SessionWaiting(session, ID, tenant, 2, 2);
        var resumed = new Fact.SessionResumed(session, ID, tenant, 2, "s-2");
        Fact turn = Samples.turn(ID);

        assertThat(StoryProperties.story(paused, turn).state()).isEqualTo(State.PAUSED);
        assertThat(StoryProperties.story(waiting, paused, turn).state()).isEqualTo(State.WAITING);
        assertThat(StoryProperties.story(resumed, waiting, paused, turn).state())
                .isEqualTo(State.LIVE);
        assertThat(StoryProperties.story(Samples.ended(ID), resumed).state()).isEqualTo(State.ENDED);
    }

    @Test
    void aTakeThatWaitsAgainHasGivenItsMoneyBack() {
        Story unsure = StoryProperties.story(Samples.routed(ID), Samples.queued(ID, 1), Samples.unsure(ID));
        assertThat(unsure.state()).isEqualTo(State.UNSURE);
        assertThat(unsure.ledger()).isEqualTo(new Ledger(500_000, 500_000, 0, 0));

        Story waits = StoryProperties.story(
                Samples.queued(ID, 1),
                Samples.rendering(ID, 1),
                Samples.requeued(ID, 3),
                Samples.forecast(ID, 2, 4, 9, 9));
        assertThat(waits.state()).isEqualTo(State.QUEUED);
        assertThat(waits.ledger()).isEqualTo(new Ledger(500_000, 0, 0, 500_000));

        Story again = StoryProperties.story(
                Samples.queued(ID, 1), Samples.rendering(ID, 1), Samples.requeued(ID, 3), Samples.renderingAgain(ID));
        assertThat(again.state()).isEqualTo(State.RENDERING);
        assertThat(again.ledger()).isEqualTo(new Ledger(500_000, 500_000, 0, 500_000));

        Story ended = StoryProperties.story(
                Samples.queued(ID, 1),
                Samples.rendering(ID, 1),
                Samples.requeued(ID, 3),
                Samples.renderingAgain(ID),
                Samples.finished(ID));
        assertThat(ended.ledger()).isEqualTo(new Ledger(500_000, 0, 500_000, 500_000));
    }

    @Test
    void aTakeWithoutAClipGivesBackWhatItDidNotCost() {
        Story free = StoryProperties.story(Samples.queued(ID, 1), Samples.rendering(ID, 1), Samples.takeFailed(ID, 0));
        assertThat(free.ledger()).isEqualTo(new Ledger(500_000, 0, 0, 500_000));

        Story paid =
                StoryProperties.story(Samples.queued(ID, 1), Samples.rendering(ID, 1), Samples.takeFailed(ID, 200_000));
        assertThat(paid.ledger()).isEqualTo(new Ledger(500_000, 0, 200_000, 300_000));

        Story stopped = StoryProperties.story(
                Samples.queued(ID, 1),
                Samples.rendering(ID, 1),
                Samples.unstoppable(ID),
                Samples.takeCancelled(ID, 500_000));
        assertThat(stopped.ledger()).isEqualTo(new Ledger(500_000, 0, 500_000, 0));
        assertThat(stopped.takes().getFirst().cancelAnswer()).contains("already running");
    }

    @Test
    void aLateClipIsShownAndPaidWhileTheRequestStaysFailed() {
        Story open = StoryProperties.story(
                Samples.queued(ID, 1), Samples.rendering(ID, 1), Samples.failed(ID, "request.deadline", 500_000));
        assertThat(open.state()).isEqualTo(State.FAILED);
        assertThat(open.failure().orElseThrow().openMicros()).isEqualTo(500_000);
        assertThat(open.ledger()).isEqualTo(new Ledger(500_000, 500_000, 0, 0));

        Story late = StoryProperties.story(
                Samples.queued(ID, 1),
                Samples.rendering(ID, 1),
                Samples.failed(ID, "request.deadline", 500_000),
                Samples.finished(ID));
        assertThat(late.state()).isEqualTo(State.FAILED);
        assertThat(late.reason()).contains("request.deadline");
        assertThat(late.clip()).isPresent();
        assertThat(late.ledger()).isEqualTo(new Ledger(500_000, 0, 500_000, 0));
    }

    @Test
    void theNewestForecastHoldsUntilTheTakeEndsOrWaitsAgain() {
        Story waits = StoryProperties.story(
                Samples.queued(ID, 1),
                Samples.forecast(ID, 1, 7, 60_000, 90_000),
                Samples.forecast(ID, 2, 3, 30_000, 50_000));
        Progress progress = waits.progress().orElseThrow();
        assertThat(progress.place()).isEqualTo(3);
        assertThat(progress.likelyAt()).isEqualTo(progress.statedAt().plusSeconds(30));
        assertThat(progress.latestAt()).isEqualTo(progress.statedAt().plusSeconds(50));

        assertThat(StoryProperties.story(
                                Samples.queued(ID, 1), Samples.forecast(ID, 1, 7, 1, 2), Samples.requeued(ID, 2))
                        .progress())
                .isEmpty();
        assertThat(StoryProperties.story(Samples.queued(ID, 1), Samples.forecast(ID, 1, 7, 1, 2), Samples.finished(ID))
                        .progress())
                .isEmpty();
    }

    @Test
    void aFolderHasTheChildrenThatItWasSplitInto() {
        List<RequestId> children = List.of(RequestId.ofKey(new TenantId("demo"), "a"));
        Story story = StoryProperties.story(Samples.routed(ID), Samples.split(ID, children));

        assertThat(story.state()).isEqualTo(State.FANNED_OUT);
        assertThat(story.children()).isEqualTo(children);
        assertThat(story.isFolder()).isTrue();
    }
}
