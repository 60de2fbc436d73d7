package dev.callsheet.requestapi.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.RequestIdentity;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as far as it was told. The order of telling does not matter: the same set gives the same story. */
public record Story(
        List<Told> told, List<TakeStory> takes, @Nullable SessionStory live, List<Fact.OfRequest> ends) {

    private static final int LONGEST_TEXT = 500;

    /** @param told in the order in which it is to be shown */
    public static Story of(List<Told> told) {
        Map<TakeId, List<Fact.OfTake>> takes = new LinkedHashMap<>();
        Map<TakeId, @Nullable Progress> foretold = new HashMap<>();
        List<Fact.OfSession> session = new ArrayList<>();
        List<Fact.OfRequest> ends = new ArrayList<>();
        for (Told entry : told) {
            entry.fact().ifPresent(fact -> {
                switch (fact) {
                    case Fact.OfTake take -> {
                        takes.computeIfAbsent(take.takeId(), _ -> new ArrayList<>())
                                .add(take);
                        foretold.put(take.takeId(), Progress.after(foretold.get(take.takeId()), take, entry.at()));
                    }
                    case Fact.OfSession ofSession -> session.add(ofSession);
                    case Fact.OfRequest ofRequest -> ends.add(ofRequest);
                    // Of no single request; a record that claims to be in one's history is passed over.
                    case Fact.OfCharacter _, Fact.CampaignScored _ -> {}
                }
            });
        }
        return new Story(
                List.copyOf(told),
                takes.entrySet().stream()
                        .map(take -> new TakeStory(take.getKey(), take.getValue(), foretold.get(take.getKey())))
                        .sorted(Comparator.comparingInt(TakeStory::attempt)
                                .thenComparing(take -> take.takeId().toString()))
                        .toList(),
                session.isEmpty() ? null : new SessionStory(session.getFirst().sessionId(), session),
                List.copyOf(ends));
    }

    /** What was foretold of the newest take; empty if it has ended or nothing was. */
    public Optional<Progress> progress() {
        return state().isFinal() || takes.isEmpty() || takes.getLast().step().isOver()
                ? Optional.empty()
                : Optional.ofNullable(takes.getLast().progress());
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
            TakeStory newest = takes.getLast();
            return newest.step().isOver() && isHeld()
                    ? State.HELD
                    : newest.step().state();
        }
        if (!children().isEmpty()) {
            return State.FANNED_OUT;
        }
        if (end(Fact.RequestRouted.class).isPresent()) {
            return State.ROUTED;
        }
        return end(Fact.RequestRejected.class).isPresent() ? State.REJECTED : State.ACCEPTED;
    }

    /** Whether a person was asked; a take that came after it says otherwise. */
    private boolean isHeld() {
        return takes.stream().anyMatch(TakeStory::isHeld);
    }

    /** The requests that a fan-out has become, or a folder. */
    public List<RequestId> children() {
        return end(Fact.RequestRouted.class)
                .map(Fact.RequestRouted::children)
                .filter(children -> !children.isEmpty())
                .or(() -> end(Fact.RequestSplit.class).map(Fact.RequestSplit::children))
                .orElse(List.of());
    }

    /** Whether its children are the pictures of a folder. */
    public boolean isFolder() {
        return end(Fact.RequestSplit.class).isPresent();
    }

    /** Its title, or else the file name of its first medium. */
    public Optional<String> name() {
        return title().or(() -> request()
                .map(told -> Json.read(told.data()).at("/media/0/uri").asText(""))
                .map(uri -> uri.replaceFirst("[?#].*", ""))
                .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
                .map(Story::storable)
                .filter(name -> !name.isBlank()));
    }

    /** The partner's own name for what it belongs to; empty until the request itself has come. */
    public Optional<String> campaign() {
        return text("campaign");
    }

    /** For people. */
    public Optional<String> title() {
        return text("title");
    }

    private Optional<String> text(String field) {
        return request()
                .map(told -> Json.read(told.data()).path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(Story::storable);
    }

    /** As the database's texts can hold it, and no longer than a line. */
    private static String storable(String text) {
        String clean = text.replace("\0", "");
        String line = clean.substring(0, Math.min(clean.length(), LONGEST_TEXT));
        // Half a character becomes a question mark.
        return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Why there is no result: the failure's code, or what the request was refused for. */
    public Optional<String> reason() {
        return failure()
                .map(Fact.RequestFailed::code)
                .or(() -> end(Fact.RequestRejected.class)
                        .map(rejected -> rejected.decision().conflicts().stream()
                                .map(Violation::code)
                                .distinct()
                                .collect(Collectors.joining(" "))));
    }

    public Optional<Decision> decision() {
        return end(Fact.RequestRouted.class)
                .map(Fact.RequestRouted::decision)
                .or(() -> end(Fact.RequestRejected.class).map(Fact.RequestRejected::decision));
    }

    /** The clip that is the result, or else the newest one that is stored, with its take. */
    public Optional<TakeStory> clipTake() {
        Optional<TakeId> chosen = result();
        return takes.stream()
                .filter(take -> take.finished().isPresent())
                .filter(take -> chosen.isEmpty() || take.takeId().equals(chosen.get()))
                .reduce((_, newer) -> newer);
    }

    public Optional<Fact.Clip> clip() {
        return clipTake()
                .flatMap(TakeStory::finished)
                .map(Fact.TakeFinished::clip)
                .or(() -> end(Fact.RequestCompleted.class).map(Fact.RequestCompleted::clip));
    }

    public Optional<Fact.Score> score() {
        return clipTake().flatMap(TakeStory::score);
    }

    public Optional<String> verdict() {
        return score().map(Fact.Score::verdict)
                .or(() -> end(Fact.RequestCompleted.class).map(Fact.RequestCompleted::verdict));
    }

    /** Whether it has a clip that may be used: several are one, since one was asked for. */
    public boolean isAccepted() {
        return takes.stream().anyMatch(TakeStory::isAccepted);
    }

    /** How many takes a person's last word was this on. */
    public int ruled(Ruling.Word word) {
        return (int) takes.stream()
                .flatMap(take -> take.ruling().stream())
                .filter(ruling -> ruling.word() == word)
                .count();
    }

    /** The take that is the result: the one that a person approved last, or else the one that the request ended with. */
    public Optional<TakeId> result() {
        return takes.stream()
                .filter(take -> take.finished().isPresent())
                .filter(take -> take.approvedAt().isPresent())
                .max(Comparator.comparing(take -> take.approvedAt().orElseThrow()))
                .map(TakeStory::takeId)
                .or(() -> end(Fact.RequestCompleted.class).map(Fact.RequestCompleted::takeId));
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
