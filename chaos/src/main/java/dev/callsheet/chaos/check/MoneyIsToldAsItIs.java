package dev.callsheet.chaos.check;

import dev.callsheet.chaos.check.Snapshot.TakeRow;
import dev.callsheet.chaos.check.Snapshot.Told;
import dev.callsheet.chaos.check.Violation.Kind;
import dev.callsheet.contracts.Fact;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** A fact that tells what something has cost tells what the ledger has. */
final class MoneyIsToldAsItIs implements Rule {
    @Override
    public void check(Shelf shelf, Consumer<Violation> found) {
        for (Map.Entry<UUID, List<Told>> request : shelf.factsOfRequest.entrySet()) {
            for (Told told : request.getValue()) {
                OptionalLong said = said(told.fact());
                long settled = settled(shelf, told.fact());
                if (said.isPresent() && said.getAsLong() != settled) {
                    found.accept(new Violation(
                            Kind.TOLD_AMOUNT_DIFFERS,
                            request.getKey().toString(),
                            told.fact().getClass().getSimpleName() + " tells " + said.getAsLong()
                                    + " micros; the ledger has settled " + settled));
                }
            }
        }
    }

    private static OptionalLong said(Fact fact) {
        return switch (fact) {
            case Fact.TakeFinished finished -> OptionalLong.of(finished.settledMicros());
            case Fact.TakeCancelled cancelled -> OptionalLong.of(cancelled.spentMicros());
            case Fact.TakeFailed failed -> spent(failed.spentMicros());
            case Fact.RequestCompleted completed -> OptionalLong.of(completed.settledMicros());
            case Fact.RequestCancelled cancelled -> OptionalLong.of(cancelled.settledMicros());
            case Fact.RequestFailed failed -> {
                Long open = failed.openMicros();
                yield open != null && open > 0 ? OptionalLong.empty() : OptionalLong.of(failed.settledMicros());
            }
            case Fact.RequestRouted _,
                    Fact.RequestRejected _,
                    Fact.RequestSplit _,
                    Fact.TakeQueued _,
                    Fact.TakeForecast _,
                    Fact.TakeRequeued _,
                    Fact.TakeRendering _,
                    Fact.TakeUnsure _,
                    Fact.TakeWedged _,
                    Fact.TakeUnstoppable _,
                    Fact.ClipScored _,
                    Fact.ClipRuled _,
                    Fact.RequestHeld _,
                    Fact.CharacterMeasured _,
                    Fact.CharacterErased _,
                    Fact.CampaignScored _,
                    Fact.SessionOffered _,
                    Fact.SessionWaiting _,
                    Fact.SessionStarted _,
                    Fact.SessionRotated _,
                    Fact.SessionPaused _,
                    Fact.SessionResumed _,
                    Fact.SessionEnded _,
                    Fact.TurnSkipped _,
                    Fact.TurnEnded _ -> OptionalLong.empty();
        };
    }

    private static OptionalLong spent(@org.jspecify.annotations.Nullable Long micros) {
        return micros == null ? OptionalLong.empty() : OptionalLong.of(micros);
    }

    private static long settled(Shelf shelf, Fact fact) {
        if (fact instanceof Fact.OfTake ofTake) {
            return shelf.sum(ofTake.takeId().value(), "settled");
        }
        return shelf.takesOfRequest.getOrDefault(fact.aggregate(), List.of()).stream()
                .map(TakeRow::id)
                .mapToLong(take -> shelf.sum(take, "settled"))
                .sum();
    }
}
