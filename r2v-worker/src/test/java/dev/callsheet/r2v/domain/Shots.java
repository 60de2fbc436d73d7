package dev.callsheet.r2v.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.Ruling.Word;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes of one request, as a test needs them. */
final class Shots {
    static final long PRICE = 500_000;

    private Shots() {}

    /** A request for a bound character. @param more fields, JSON with single quotes */
    static RequestFile file(String more, boolean cancelAsked) {
        return Files.of(
                "{'prompt':'@{mia} waves','media':[{'role':'reference','uri':'https://a/1.png','character':'mia'}],"
                        + more + "}",
                cancelAsked);
    }

    static RequestFile file(String more) {
        return file(more, false);
    }

    static Sequel.Complete complete(int attempt, @Nullable String verdict) {
        return new Sequel.Complete(TakeId.of(Files.ID, attempt), clip(attempt), verdict);
    }

    /** @param verdict null for a clip that was not measured yet @param within share of frames with the right person */
    static Attempt finished(int attempt, @Nullable String verdict, double within) {
        return attempt(attempt, new TakeState.Finished(clip(attempt)), verdict == null ? null : score(verdict, within));
    }

    static Attempt failed(int attempt, boolean retryable, boolean paid) {
        return attempt(attempt, new TakeState.Failed("provider.failed", "no", retryable, paid), null);
    }

    static Attempt ruled(Attempt attempt, Word word) {
        return new Attempt(attempt.take(), attempt.score(), new Ruling(word, "eva", null, Instant.EPOCH));
    }

    static Fact.Score score(String verdict, double within) {
        return new Fact.Score(verdict, "rule", within, 0.5, 0.604, "first", "s3://callsheet/r.json", null);
    }

    static Attempt attempt(int attempt, TakeState state, Fact.@Nullable Score score) {
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

    static Fact.Clip clip(int attempt) {
        return new Fact.Clip("s3://callsheet/" + attempt + ".mp4", 10, 5, 1280, 720, "00");
    }
}
