package dev.callsheet.avatar.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A session's legs in their order. */
public record Legs(List<Leg> all) {
    public static final Legs NONE = new Legs(List.of());

    public Legs {
        all = List.copyOf(all);
    }

    /** The number of the last leg; 0 if there is none. */
    public int last() {
        return all.size();
    }

    public Optional<Leg> leg(int number) {
        return number < 1 || number > all.size() ? Optional.empty() : Optional.of(all.get(number - 1));
    }

    public boolean isPreparing(int number) {
        return leg(number).orElse(null) instanceof Leg.Preparing;
    }

    public boolean isLive(int number) {
        return leg(number).orElse(null) instanceof Leg.Live;
    }

    /** The leg that is on its way to the provider, if there is one. */
    public Optional<Leg.Preparing> preparing() {
        return all.stream()
                .filter(Leg.Preparing.class::isInstance)
                .map(Leg.Preparing.class::cast)
                .findFirst();
    }

    /** The running legs: one, or two while they change. */
    public List<Leg.Live> live() {
        return all.stream()
                .filter(Leg.Live.class::isInstance)
                .map(Leg.Live.class::cast)
                .toList();
    }

    /** The legs to be stopped and settled. */
    public List<Leg.Stopping> stopping() {
        return all.stream()
                .filter(Leg.Stopping.class::isInstance)
                .map(Leg.Stopping.class::cast)
                .toList();
    }

    /** Whether a meter may run. */
    public boolean open() {
        return all.stream().anyMatch(Leg::open);
    }

    /** What the settled legs did cost, micros of US dollars. */
    public long settledMicros() {
        return all.stream().mapToLong(Leg::micros).sum();
    }

    /** When the first leg began to run; null if none did. */
    public @Nullable Instant firstLive() {
        return all.stream()
                .map(Legs::liveSince)
                .filter(since -> since != null)
                .findFirst()
                .orElse(null);
    }

    /** How long legs ran or could have, added up. */
    public Duration ran() {
        return all.stream().map(Legs::ran).reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether a leg before this one was seen by anybody. */
    public boolean seenBefore(int number) {
        return all.stream().anyMatch(leg -> leg.number() < number && !leg.failed());
    }

    /** How many of the last legs in a row never came to be seen. */
    public int failedInARow() {
        int count = 0;
        for (Leg leg : all.reversed()) {
            if (!leg.failed()) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Legs after a stop, with what is to be written into the account. */
    record Cut(Legs legs, List<LedgerEntry> ledger) {}

    /** Gives a leg up: it is to be stopped at the provider, if the provider knows it. A leg that is over stays. */
    Cut stop(int number, String reason, Instant now) {
        var released = new ArrayList<LedgerEntry>();
        var legs = change(number, leg -> switch (leg) {
            case Leg.Preparing preparing -> {
                String id = preparing.providerId();
                if (id == null) {
                    released.add(new LedgerEntry(number, LedgerEntry.Kind.RELEASED, 0));
                    yield new Leg.Refused(number, leg.quotedMicros(), null, 0);
                }
                yield new Leg.Stopping(number, leg.quotedMicros(), id, preparing.since(), now, reason);
            }
            case Leg.Live live ->
                new Leg.Stopping(number, leg.quotedMicros(), live.broadcast().providerId(), live.since(), now, reason);
            case Leg.Stopping _, Leg.Settled _, Leg.Refused _ -> leg;
        });
        return new Cut(legs, released);
    }

    /** Gives up all legs but one; 0 for all. */
    Cut stopAllBut(int kept, String reason, Instant now) {
        var cut = new Cut(this, List.of());
        for (Leg leg : all) {
            if (leg.number() != kept && leg.open()) {
                var next = cut.legs.stop(leg.number(), reason, now);
                var ledger = new ArrayList<>(cut.ledger);
                ledger.addAll(next.ledger);
                cut = new Cut(next.legs, ledger);
            }
        }
        return cut;
    }

    /** The provider refused it: its meter never ran. */
    Cut refuse(int number) {
        var legs = change(number, leg -> new Leg.Refused(number, leg.quotedMicros(), leg.knownAs(), 0));
        return new Cut(legs, List.of(new LedgerEntry(number, LedgerEntry.Kind.RELEASED, 0)));
    }

    Legs plus(Leg leg) {
        var more = new ArrayList<>(all);
        more.add(leg);
        return new Legs(more);
    }

    Legs change(int number, UnaryOperator<Leg> change) {
        var changed = new ArrayList<>(all);
        changed.set(number - 1, change.apply(all.get(number - 1)));
        return new Legs(changed);
    }

    private static @Nullable Instant liveSince(Leg leg) {
        return switch (leg) {
            case Leg.Preparing _, Leg.Refused _ -> null;
            case Leg.Live live -> live.since();
            case Leg.Stopping stopping -> stopping.liveSince();
            case Leg.Settled settled -> settled.liveSince();
        };
    }

    private static Duration ran(Leg leg) {
        return switch (leg) {
            case Leg.Preparing _, Leg.Live _, Leg.Refused _ -> Duration.ZERO;
            case Leg.Stopping stopping -> Duration.between(stopping.liveSince(), stopping.since());
            case Leg.Settled settled -> Duration.between(settled.liveSince(), settled.until());
        };
    }
}
