package dev.callsheet.requestapi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.requestapi.inbound.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final RequestId ID = RequestId.ofKey(new TenantId("demo"), "k");

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
        assertThat(story.ledger()).isEqualTo(new Ledger(0, 500_000, 500_000));
    }

    @Test
    void theVerdictIsThatOfTheClipShown() {
        Story story = StoryProperties.story(Samples.finished(ID), Samples.scored(ID, "PASS"), Samples.completed(ID));

        assertThat(story.verdict()).contains("PASS");
        assertThat(story.state()).isEqualTo(State.COMPLETED);
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
}
