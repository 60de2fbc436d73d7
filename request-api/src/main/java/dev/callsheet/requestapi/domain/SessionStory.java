package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.SessionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known of the live session of a request. */
public record SessionStory(SessionId sessionId, List<Fact.OfSession> facts) {

    public SessionStory {
        facts = List.copyOf(facts);
    }

    /** The furthest that was told, whatever came first: a later leg is further. */
    public State state() {
        return facts.stream()
                .map(SessionStory::told)
                .max(Comparator.comparingInt(Standing::leg).thenComparing(Standing::state))
                .map(Standing::state)
                .orElse(State.OFFERED);
    }

    private record Standing(int leg, State state) {}

    private static Standing told(Fact.OfSession fact) {
        return switch (fact) {
            case Fact.SessionOffered _, Fact.TurnSkipped _ -> new Standing(0, State.OFFERED);
            case Fact.SessionWaiting waiting -> new Standing(waiting.leg(), State.WAITING);
            case Fact.SessionStarted _, Fact.TurnEnded _ -> new Standing(1, State.LIVE);
            case Fact.SessionRotated rotated -> new Standing(rotated.leg(), State.LIVE);
            case Fact.SessionPaused paused -> new Standing(paused.leg(), State.PAUSED);
            case Fact.SessionResumed resumed -> new Standing(resumed.leg(), State.LIVE);
            case Fact.SessionEnded _ -> new Standing(Integer.MAX_VALUE, State.ENDED);
        };
    }

    public Optional<String> avatarId() {
        return first(Fact.SessionOffered.class).map(Fact.SessionOffered::avatarId);
    }

    public Optional<Fact.SessionEnded> ended() {
        return first(Fact.SessionEnded.class);
    }

    /** In the order of their numbers. */
    public List<Fact.TurnEnded> turns() {
        return facts.stream()
                .filter(Fact.TurnEnded.class::isInstance)
                .map(Fact.TurnEnded.class::cast)
                .sorted(Comparator.comparingInt(Fact.TurnEnded::turn))
                .toList();
    }

    Ledger ledger() {
        return new Ledger(0, 0, ended().map(Fact.SessionEnded::settledMicros).orElse(0L), 0);
    }

    private <F extends Fact.OfSession> Optional<F> first(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
