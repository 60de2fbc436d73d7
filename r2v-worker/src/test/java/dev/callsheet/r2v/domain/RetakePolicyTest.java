package dev.callsheet.r2v.domain;

import static dev.callsheet.r2v.domain.Shots.attempt;
import static dev.callsheet.r2v.domain.Shots.complete;
import static dev.callsheet.r2v.domain.Shots.failed;
import static dev.callsheet.r2v.domain.Shots.file;
import static dev.callsheet.r2v.domain.Shots.finished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.VideoRequest.Kind;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.TakeState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetakePolicyTest {

    @Test
    void aFinishedClipIsMeasuredFirst() {
        RequestFile file = file("'campaign':'spring','consent':{'id':'c-7','scope':['face']}");

        Sequel sequel = RetakePolicy.decide(file, List.of(finished(1, "FAIL", 0), finished(2, null, 0)));

        assertThat(sequel)
                .isInstanceOfSatisfying(
                        Sequel.Measure.class,
                        measure -> assertThat(measure.scoring())
                                .isEqualTo(new Work.Scoring(
                                        Files.ID,
                                        complete(2, null).take(),
                                        Files.TENANT,
                                        "spring",
                                        "s3://callsheet/2.mp4",
                                        true,
                                        List.of(new Work.Character("mia", Kind.HUMAN, List.of("https://a/1.png"))),
                                        2,
                                        "c-7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASS", "REVIEW", "NOT_MEASURABLE", "A_LATER_WORD"})
    void whatDoesNotFailIsTheResult(String verdict) {
        assertThat(decide(3, finished(1, verdict, 1))).isEqualTo(complete(1, verdict));
    }

    @Test
    void aFailedIdentityIsTakenAgainAsOftenAsAllowed() {
        assertThat(decide(2, finished(1, "FAIL", 0.2))).isInstanceOf(Sequel.Retake.class);
        assertThat(decide(2, finished(1, "FAIL", 0.2), finished(2, "PASS", 1))).isEqualTo(complete(2, "PASS"));
    }

    @Test
    void aClipThatAPersonWouldHaveToLookAtIsTakenAgainIfTheRequestSaysSo() {
        RequestFile strict = file("'maxTakes':2,'acceptance':{'retakeOn':'review'}");

        assertThat(RetakePolicy.decide(strict, List.of(finished(1, "REVIEW", 0.8))))
                .isInstanceOf(Sequel.Retake.class);
        assertThat(RetakePolicy.decide(strict, List.of(finished(1, "REVIEW", 0.8), finished(2, "FAIL", 0.9))))
                .as("the better verdict, not the most frames")
                .isEqualTo(complete(1, "REVIEW"));
        assertThat(RetakePolicy.decide(strict, List.of(finished(1, "NOT_MEASURABLE", 0))))
                .as("nothing to measure by is no reason to pay again")
                .isEqualTo(complete(1, "NOT_MEASURABLE"));
    }

    @Test
    void afterTheLastTakeTheBestClipIsDeliveredAndCalledWhatItIs() {
        assertThat(decide(3, finished(1, "FAIL", 0.2), finished(2, "FAIL", 0.6), finished(3, "FAIL", 0.1)))
                .isEqualTo(complete(2, "FAIL"));
        assertThat(decide(2, finished(1, "FAIL", 0.6), finished(2, "FAIL", 0.6)))
                .as("of equals the first")
                .isEqualTo(complete(1, "FAIL"));
    }

    @Test
    void theBudgetEndsTheRetakes() {
        RequestFile poor = file("'maxTakes':5,'budget':{'currency':'USD','limit':'1.49'}");
        RequestFile exact = file("'maxTakes':5,'budget':{'currency':'USD','limit':'1.50'}");
        List<Attempt> two = List.of(finished(1, "FAIL", 0.2), finished(2, "FAIL", 0.1));

        assertThat(RetakePolicy.decide(poor, two)).isEqualTo(complete(1, "FAIL"));
        assertThat(RetakePolicy.decide(exact, two)).isEqualTo(new Sequel.Retake());
    }

    @Test
    void nobodyRetakesWhatIsNoLongerWanted() {
        assertThat(RetakePolicy.decide(file("'maxTakes':5", true), List.of(finished(1, "FAIL", 0.2))))
                .isEqualTo(complete(1, "FAIL"));
    }

    @Test
    void aRetakeThatBreaksLeavesTheEarlierClip() {
        assertThat(decide(3, finished(1, "FAIL", 0.2), failed(2, true, false))).isEqualTo(complete(1, "FAIL"));
        assertThat(decide(3, failed(1, true, false))).isEqualTo(new Sequel.GiveUp("provider.failed", "no"));
    }

    @Test
    void aRunningTakeIsWaitedFor() {
        assertThat(decide(3, finished(1, "FAIL", 0.2), attempt(2, new TakeState.Queued(0), null)))
                .isEqualTo(new Sequel.Wait());
    }

    private static Sequel decide(int maxTakes, Attempt... attempts) {
        return RetakePolicy.decide(file("'maxTakes':" + maxTakes), List.of(attempts));
    }
}
