package dev.callsheet.r2v.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetakePolicyTest {
    private static final long PRICE = 500_000;

    @Test
    void aFinishedClipIsMeasuredFirst() {
        assertThat(decide(3, finished(1, null, 0)))
                .isInstanceOfSatisfying(
                        Sequel.Measure.class,
                        measure -> assertThat(measure.scoring().bound()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASS", "REVIEW", "NOT_MEASURABLE"})
    void whatDoesNotFailIsTheResult(String verdict) {
        assertThat(decide(3, finished(1, verdict, 1))).isEqualTo(complete(1, verdict));
    }

    @Test
    void aFailedIdentityIsTakenAgainAsOftenAsAllowed() {
        assertThat(decide(2, finished(1, "FAIL", 0.2))).isInstanceOf(Sequel.Retake.class);
        assertThat(decide(2, finished(1, "FAIL", 0.2), finished(2, "PASS", 1))).isEqualTo(complete(2, "PASS"));
    }

    @Test
    void afterTheLastTakeTheBestClipIsDeliveredAndCalledWhatItIs() {
        assertThat(decide(3, finished(1, "FAIL", 0.2), finished(2, "FAIL", 0.6), finished(3, "FAIL", 0.1)))
                .isEqualTo(complete(2, "FAIL"));
    }

    @Test
    void theBudgetEndsTheRetakes() {
        RequestFile poor = file("'maxTakes':5,'budget':{'currency':'USD','limit':'0.90'}", false);

        assertThat(RetakePolicy.decide(poor, List.of(finished(1, "FAIL", 0.2)))).isEqualTo(complete(1, "FAIL"));
    }

    @Test
    void nobodyRetakesWhatIsNoLongerWanted() {
        RequestFile unwanted = file("'maxTakes':5", true);

        assertThat(RetakePolicy.decide(unwanted, List.of(finished(1, "FAIL", 0.2))))
                .isEqualTo(complete(1, "FAIL"));
    }

    @Test
    void aRetakeThatBreaksLeavesTheEarlierClip() {
        Attempt broken = attempt(2, new TakeState.Failed("provider.failed", "no", true, false), null);

        assertThat(decide(3, finished(1, "FAIL", 0.2), broken)).isEqualTo(complete(1, "FAIL"));
        assertThat(decide(3, broken)).isEqualTo(new Sequel.GiveUp("provider.failed", "no"));
    }

    @Test
    void aRunningTakeIsWaitedFor() {
        assertThat(decide(3, finished(1, "FAIL", 0.2), attempt(2, new TakeState.Queued(0), null)))
                .isEqualTo(new Sequel.Wait());
    }

    private static Sequel decide(int maxTakes, Attempt... attempts) {
        return RetakePolicy.decide(file("'maxTakes':" + maxTakes, false), List.of(attempts));
    }

    private static RequestFile file(String more, boolean cancelAsked) {
        return Files.of(
                "{'prompt':'@{mia} waves','media':[{'role':'reference','uri':'https://a/1.png','character':'mia'}],"
                        + more + "}",
                cancelAsked);
    }

    private static Sequel complete(int attempt, String verdict) {
        return new Sequel.Complete(TakeId.of(Files.ID, attempt), clip(attempt), verdict);
    }

    private static Attempt finished(int attempt, @Nullable String verdict, double within) {
        Fact.Score score = verdict == null
                ? null
                : new Fact.Score(verdict, "rule", within, 0.5, 0.604, "first", "s3://callsheet/r.json", null);
        return attempt(attempt, new TakeState.Finished(clip(attempt)), score);
    }

    private static Attempt attempt(int attempt, TakeState state, Fact.@Nullable Score score) {
        Take take = new Take(
                TakeId.of(Files.ID, attempt),
                Files.ID,
                Files.TENANT,
                null,
                attempt,
                "wan2.7-r2v",
                null,
                PRICE,
                Instant.EPOCH,
                null,
                5,
                state);
        return new Attempt(take, score);
    }

    private static Fact.Clip clip(int attempt) {
        return new Fact.Clip("s3://callsheet/" + attempt + ".mp4", 10, 5, 1280, 720, "00");
    }
}
