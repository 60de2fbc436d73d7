package dev.callsheet.r2v.domain;

import static dev.callsheet.contracts.Ruling.Word.APPROVED;
import static dev.callsheet.contracts.Ruling.Word.REJECTED;
import static dev.callsheet.r2v.domain.Shots.attempt;
import static dev.callsheet.r2v.domain.Shots.clip;
import static dev.callsheet.r2v.domain.Shots.complete;
import static dev.callsheet.r2v.domain.Shots.failed;
import static dev.callsheet.r2v.domain.Shots.file;
import static dev.callsheet.r2v.domain.Shots.finished;
import static dev.callsheet.r2v.domain.Shots.ruled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.TakeState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsWordTest {
    private static final RequestFile HELD = file("'maxTakes':2,'acceptance':{'hold':true}");

    @ParameterizedTest
    @ValueSource(strings = {"REVIEW", "NOT_MEASURABLE"})
    void whatDidNotPassWaitsForAPersonIfTheRequestIsHeld(String verdict) {
        assertThat(decide(HELD, finished(1, verdict, 0.7))).isEqualTo(hold(1, verdict));
    }

    @Test
    void whatHasPassedWaitsForNobody() {
        assertThat(decide(HELD, finished(1, "PASS", 1))).isEqualTo(complete(1, "PASS"));
    }

    @Test
    void aFailedClipIsHeldOnlyOnceNoTakeIsLeft() {
        assertThat(decide(HELD, finished(1, "FAIL", 0.4))).isEqualTo(new Sequel.Retake());
        assertThat(decide(HELD, finished(1, "FAIL", 0.4), finished(2, "FAIL", 0.2)))
                .isEqualTo(hold(1, "FAIL"));
        assertThat(decide(HELD, finished(1, "FAIL", 0.4), failed(2, true, false)))
                .isEqualTo(hold(1, "FAIL"));
    }

    @Test
    void theTenantWhoNoLongerWantsItIsNotAskedAnyMore() {
        RequestFile unwanted = file("'maxTakes':2,'acceptance':{'hold':true}", true);

        assertThat(decide(unwanted, finished(1, "REVIEW", 0.7))).isEqualTo(complete(1, "REVIEW"));
        assertThat(decide(unwanted, ruled(finished(1, "REVIEW", 0.7), REJECTED)))
                .isEqualTo(new Sequel.Stop());
    }

    @Test
    void anApprovedClipIsTheResultAtOnceWhateverTheMachineSaid() {
        Attempt approved = ruled(finished(1, "FAIL", 0), APPROVED);
        Sequel expected = new Sequel.Complete(TakeId.of(Files.ID, 1), clip(1), "FAIL", APPROVED);

        assertThat(decide(HELD, approved)).isEqualTo(expected);
        assertThat(decide(HELD, approved, attempt(2, new TakeState.Queued(0), null)))
                .isEqualTo(expected);
        assertThat(decide(HELD, approved, finished(2, null, 0)))
                .as("while another is measured")
                .isEqualTo(expected);
    }

    @Test
    void aClipMayBeApprovedBeforeItIsMeasured() {
        assertThat(decide(HELD, ruled(finished(1, null, 0), APPROVED)))
                .isEqualTo(new Sequel.Complete(TakeId.of(Files.ID, 1), clip(1), null, APPROVED));
    }

    @Test
    void aRejectedClipIsTakenAgainWhateverTheMachineSaid() {
        assertThat(decide(HELD, ruled(finished(1, "REVIEW", 0.9), REJECTED))).isEqualTo(new Sequel.Retake());
        assertThat(decide(HELD, ruled(finished(1, "PASS", 1), REJECTED))).isEqualTo(new Sequel.Retake());
        assertThat(decide(HELD, ruled(finished(1, null, 0), REJECTED)))
                .as("its score is not waited for")
                .isEqualTo(new Sequel.Retake());
    }

    @Test
    void withNoTakeLeftTheBestOfTheOthersFollowsARejectedOne() {
        Attempt rejected = ruled(finished(2, "REVIEW", 0.9), REJECTED);
        RequestFile free = file("'maxTakes':2");

        assertThat(decide(free, finished(1, "FAIL", 0.3), rejected)).isEqualTo(complete(1, "FAIL"));
        assertThat(decide(HELD, finished(1, "FAIL", 0.3), rejected))
                .as("held, the person is asked again")
                .isEqualTo(hold(1, "FAIL"));
    }

    @Test
    void aRequestWhoseEveryClipIsRejectedHasFailed() {
        RequestFile one = file("'maxTakes':1");

        assertThat(decide(one, ruled(finished(1, "REVIEW", 0.9), REJECTED)))
                .isInstanceOfSatisfying(
                        Sequel.GiveUp.class, end -> assertThat(end.code()).isEqualTo("clip.rejected"));
    }

    @Test
    void aRejectedClipIsReplacedEvenIfTheRetakeBroke() {
        RequestFile three = file("'maxTakes':3");
        Attempt rejected = ruled(finished(1, "REVIEW", 0.9), REJECTED);

        assertThat(decide(three, rejected, failed(2, true, false))).isEqualTo(new Sequel.Retake());
        assertThat(decide(three, rejected, failed(2, false, false)))
                .as("what cannot go well is not tried again")
                .isEqualTo(new Sequel.GiveUp("provider.failed", "no"));
    }

    @Test
    void whatIsInHandWhenTimeIsUpIsTheBestClipThatNobodyRejected() {
        assertThat(RetakePolicy.inHand(List.of(
                        ruled(finished(1, "REVIEW", 0.9), REJECTED),
                        finished(2, "FAIL", 0.5),
                        attempt(3, new TakeState.Queued(0), null))))
                .contains(complete(2, "FAIL"));
        assertThat(RetakePolicy.inHand(List.of(finished(1, null, 0)))).isEmpty();
    }

    private static Sequel hold(int attempt, String verdict) {
        return new Sequel.Hold(TakeId.of(Files.ID, attempt), verdict);
    }

    private static Sequel decide(RequestFile file, Attempt... attempts) {
        return RetakePolicy.decide(file, List.of(attempts));
    }
}
