package dev.callsheet.requestapi.domain;

import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.TakeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as far as it was told. The order of telling does not matter: the same set gives the same story. */
public record Story(
        List<Told> told, List<TakeStory> takes, @Nullable SessionStory live, List<Fact.OfRequest> ends) {

    /** @param told in the order in which it is to be shown */
    public static Story of(List<Told> told) {
        Map<TakeId, List<Fact.OfTake>> takes = new LinkedHashMap<>();
        List<Fact.OfSession> session = new ArrayList<>();
        List<Fact.OfRequest> ends = new ArrayList<>();
        for (Told entry : told) {
            entry.fact().ifPresent(fact -> {
                switch (fact) {
                    case Fact.OfTake take ->
                        takes.computeIfAbsent(take.takeId(), _ -> new ArrayList<>())
                                .add(take);
                    case Fact.OfSession ofSession -> session.add(ofSession);
                    case Fact.OfRequest ofRequest -> ends.add(ofRequest);
                }
            });
        }
        return new Story(
                List.copyOf(told),
                takes.entrySet().stream()
                        .map(take -> new TakeStory(take.getKey(), take.getValue()))
                        .sorted(Comparator.comparingInt(TakeStory::attempt)
                                .thenComparing(take -> take.takeId().toString()))
                        .toList(),
                session.isEmpty() ? null : new SessionStory(session.getFirst().sessionId(), session),
                List.copyOf(ends));
    }

    /** The last word if one was spoken, else how far the newest take or the session is, else the decision. */
    public State state() {
        if (end(Fact.RequestCompleted.class).isPresent()) {
            return State.COMPLETED;
        }
        if (end(Fact.RequestFailed.class).isPresent()) {
            return State.FAILED;
        }
        if (end(Fact.RequestCancelled.class).isPresent()) {
            return State.CANCELLED;
        }
        if (live != null) {
            return live.state();
        }
        if (!takes.isEmpty()) {
            return takes.getLast().step().state();
        }
        if (end(Fact.RequestRouted.class).isPresent()) {
            return children().isEmpty() ? State.ROUTED : State.FANNED_OUT;
        }
        return end(Fact.RequestRejected.class).isPresent() ? State.REJECTED : State.ACCEPTED;
    }

    /** The requests that a fan-out has become. */
    public List<RequestId> children() {
        return end(Fact.RequestRouted.class).map(Fact.RequestRouted::children).orElse(List.of());
    }

    public Optional<Decision> decision() {
        return end(Fact.RequestRouted.class)
                .map(Fact.RequestRouted::decision)
                .or(() -> end(Fact.RequestRejected.class).map(Fact.RequestRejected::decision));
    }

    /** The clip that is the result, or else the newest one that is stored, with its take. */
    public Optional<TakeStory> clipTake() {
        Optional<TakeId> chosen = end(Fact.RequestCompleted.class).map(Fact.RequestCompleted::takeId);
        return takes.stream()
                .filter(take -> take.finished().isPresent())
                .filter(take -> chosen.isEmpty() || take.takeId().equals(chosen.get()))
                .reduce((_, newer) -> newer);
    }

    public Optional<Fact.Clip> clip() {
        return end(Fact.RequestCompleted.class)
                .map(Fact.RequestCompleted::clip)
                .or(() -> clipTake().flatMap(TakeStory::finished).map(Fact.TakeFinished::clip));
    }

    public Optional<Fact.Score> score() {
        return clipTake().flatMap(TakeStory::score);
    }

    public Optional<String> verdict() {
        return end(Fact.RequestCompleted.class)
                .map(Fact.RequestCompleted::verdict)
                .or(() -> score().map(Fact.Score::verdict));
    }

    public Optional<Fact.RequestFailed> failure() {
        return end(Fact.RequestFailed.class);
    }

    public Ledger ledger() {
        Ledger ofTakes = takes.stream().map(TakeStory::ledger).reduce(Ledger.EMPTY, Ledger::plus);
        return live == null ? ofTakes : ofTakes.plus(live.ledger());
    }

    /** The live session, once there is one. */
    public Optional<SessionStory> session() {
        return Optional.ofNullable(live);
    }

    /** The request itself; empty while only facts about it have come. */
    public Optional<Told> request() {
        return told.stream().filter(Told::isRequest).findFirst();
    }

    /** {@code rest} or {@code kafka}; empty until the request itself has come. */
    public Optional<String> door() {
        return request().map(entry -> entry.source().equals(RequestIdentity.REST_SOURCE) ? "rest" : "kafka");
    }

    /** The request's own trace, or else the first that a fact names. */
    public Optional<String> traceId() {
        return request()
                .flatMap(entry -> Optional.ofNullable(entry.traceId()))
                .or(() -> told.stream()
                        .flatMap(entry -> Optional.ofNullable(entry.traceId()).stream())
                        .findFirst());
    }

    /** When the request was made, as far as it was told. */
    public Optional<Instant> createdAt() {
        return request().map(Told::at).or(() -> told.stream().map(Told::at).min(Instant::compareTo));
    }

    public Optional<Instant> updatedAt() {
        return told.stream().map(Told::at).max(Instant::compareTo);
    }

    private <F extends Fact.OfRequest> Optional<F> end(Class<F> type) {
        return ends.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
