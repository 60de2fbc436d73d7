package dev.callsheet.chaos.check;

import dev.callsheet.contracts.Fact;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fact about a take may follow which; facts that are told twice count the first time. */
final class Telling {
    private Telling() {}

    private enum Word {
        QUEUED,
        FORECAST,
        REQUEUED,
        RENDERING,
        UNSURE,
        WEDGED,
        UNSTOPPABLE,
        FINISHED,
        FAILED,
        CANCELLED,
        SCORED,
        HELD,
        RULED;

        Set<Word> follows() {
            return switch (this) {
                case QUEUED, REQUEUED, FORECAST ->
                    EnumSet.of(FORECAST, REQUEUED, RENDERING, UNSURE, UNSTOPPABLE, FINISHED, FAILED, CANCELLED);
                case UNSURE -> EnumSet.of(REQUEUED, RENDERING, WEDGED, UNSTOPPABLE, FAILED, CANCELLED);
                case RENDERING, WEDGED, UNSTOPPABLE ->
                    EnumSet.of(REQUEUED, WEDGED, UNSTOPPABLE, FINISHED, FAILED, CANCELLED);
                case FINISHED, SCORED, HELD, RULED -> EnumSet.of(SCORED, HELD, RULED);
                case FAILED, CANCELLED -> EnumSet.noneOf(Word.class);
            };
        }
    }

    /** The first thing that is wrong with what was told of a take, first to last. */
    static Optional<String> wrong(List<Fact> facts) {
        List<Word> words = facts.stream().map(fact -> word((Fact.OfTake) fact)).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.getFirst() != Word.QUEUED) {
            return Optional.of("told first: " + words.getFirst());
        }
        for (int i = 1; i < words.size(); i++) {
            if (!words.get(i - 1).follows().contains(words.get(i))) {
                return Optional.of(words.get(i - 1) + " is followed by " + words.get(i));
            }
        }
        return Optional.empty();
    }

    private static Word word(Fact.OfTake fact) {
        return switch (fact) {
            case Fact.TakeQueued _ -> Word.QUEUED;
            case Fact.TakeForecast _ -> Word.FORECAST;
            case Fact.TakeRequeued _ -> Word.REQUEUED;
            case Fact.TakeRendering _ -> Word.RENDERING;
            case Fact.TakeUnsure _ -> Word.UNSURE;
            case Fact.TakeWedged _ -> Word.WEDGED;
            case Fact.TakeUnstoppable _ -> Word.UNSTOPPABLE;
            case Fact.TakeFinished _ -> Word.FINISHED;
            case Fact.TakeFailed _ -> Word.FAILED;
            case Fact.TakeCancelled _ -> Word.CANCELLED;
            case Fact.ClipScored _ -> Word.SCORED;
            case Fact.RequestHeld _ -> Word.HELD;
            case Fact.ClipRuled _ -> Word.RULED;
        };
    }
}
