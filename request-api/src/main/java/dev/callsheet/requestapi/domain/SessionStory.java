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

    /** The furthest that was told, whatever came first. */
    public State state() {
        return facts.stream().map(SessionStory::told).max(State::compareTo).orElse(State.OFFERED);
    }

    private static State told(Fact.OfSession fact) {
        return switch (fact) {
            case Fact.SessionOffered _ -> State.OFFERED;
            case Fact.SessionStarted _, Fact.TurnEnded _ -> State.LIVE;
            case Fact.SessionEnded _ -> State.ENDED;
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
