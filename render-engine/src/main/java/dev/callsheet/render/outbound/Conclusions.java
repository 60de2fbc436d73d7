package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Control.Unstoppable;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.domain.Ticket;
import dev.callsheet.render.domain.Transition;
import dev.callsheet.render.outbound.Facts.Told;
import dev.callsheet.render.outbound.Requests.Money;
import dev.callsheet.render.outbound.Takes.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows for requests whose takes have ended or were measured, inside of a transaction. */
record Conclusions(
        Scenario scenario, Facts facts, Book.Tickets tickets, Transactions transactions, RenderMeters meters) {

    /**
     * Takes that have ended in the running transaction.
     *
     * @param inVain those that have failed after they were sent: what is refused before says nothing of the model
     */
    record Ended(Set<TakeId> takes, Set<TakeId> inVain) {
        static final Ended NONE = new Ended(Set.of(), Set.of());

        static Ended of(List<Stored> stored) {
            List<Stored> ended = stored.stream()
                    .filter(one -> one.take() != one.change().take())
                    .filter(one -> one.take().state().ended())
                    .toList();
            return new Ended(
                    ids(ended.stream()),
                    ids(ended.stream()
                            .filter(one -> one.take().state() instanceof TakeState.Failed)
                            .filter(one -> !(one.change().take().state() instanceof TakeState.Queued))));
        }

        private static Set<TakeId> ids(Stream<Stored> stored) {
            return stored.map(one -> one.take().id()).collect(Collectors.toSet());
        }
    }

    String route() {
        return scenario.route().wire();
    }

    /**
     * Draws the conclusion for each of these requests that is open.
     *
     * @param ended in this transaction: only then is a clip handed on to be measured, or a failure to be counted, so that
     *     each is once; what ends after its request is neither
     */
    void draw(Connection connection, List<RequestId> ids, Ended ended, Instant at) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        List<RequestFile> open = Requests.lockOpen(connection, ids);
        if (open.isEmpty()) {
            return;
        }
        Map<RequestId, List<Attempt>> attempts = KnownTakes.attempts(connection, ids);
        Map<RequestId, Money> money = Requests.money(connection, ids);
        for (RequestFile file : open) {
            count(connection, file, attempts.get(file.id()).getLast().take(), ended, at);
            draw(connection, file, attempts.get(file.id()), ended, money.getOrDefault(file.id(), Money.NONE), at);
        }
    }

    private void draw(
            Connection connection, RequestFile file, List<Attempt> attempts, Ended ended, Money money, Instant at)
            throws SQLException {
        RequestId id = file.id();
        Sequel sequel = scenario.after(file, attempts);
        TakeTrace.concluded(file, word(sequel));
        switch (sequel) {
            case Sequel.Wait _ -> {
                // until the next take ends or is measured
            }
            case Sequel.Measure(var scoring) -> {
                if (ended.takes().contains(scoring.takeId())) {
                    facts.ask(connection, scoring, file, at);
                }
            }
            case Sequel.Hold(var take, var verdict) -> {
                if (Requests.hold(connection, id, take)) {
                    Fact fact = new Fact.RequestHeld(id, take, file.tenant(), verdict);
                    facts.tell(connection, Told.of(file, fact), at);
                }
            }
            case Sequel.Retake _ -> retake(connection, file, attempts.getLast(), at);
            case Sequel.Complete result -> complete(connection, file, attempts, result, money, at);
            case Sequel.GiveUp(var code, var message) -> fail(connection, file, code, message, money, at);
            case Sequel.Stop _ -> {
                Requests.close(connection, id, "cancelled", at);
                Fact fact = new Fact.RequestCancelled(id, file.tenant(), money.settled());
                facts.tell(connection, Told.of(file, fact), at);
            }
        }
    }

    private static String word(Sequel sequel) {
        return switch (sequel) {
            case Sequel.Wait _ -> "wait";
            case Sequel.Measure _ -> "measure";
            case Sequel.Hold _ -> "hold";
            case Sequel.Retake _ -> "retake";
            case Sequel.Complete _ -> "accept";
            case Sequel.GiveUp _ -> "give up";
            case Sequel.Stop _ -> "stop";
        };
    }

    void complete(
            Connection connection,
            RequestFile file,
            List<Attempt> attempts,
            Sequel.Complete result,
            Money money,
            Instant at)
            throws SQLException {
        RequestId id = file.id();
        Requests.close(connection, id, "completed", at);
        Fact fact = new Fact.RequestCompleted(
                id,
                result.take(),
                file.tenant(),
                result.clip(),
                result.verdict(),
                attempts.size(),
                money.settled(),
                result.ruling());
        facts.tell(connection, Told.of(file, fact), at);
        transactions.afterwards(meters::accepted);
        if (attempts.stream().anyMatch(attempt -> !attempt.take().state().ended())) {
            // Nobody waits for them: what costs nothing yet is stopped, what renders as far as the provider can.
            Requests.cancel(connection, id, file.tenant(), "the request has its clip", Unstoppable.KEEP, at);
        }
    }

    private void count(Connection connection, RequestFile file, Take last, Ended ended, Instant at)
            throws SQLException {
        if (last.state() instanceof TakeState.Failed failed && ended.inVain().contains(last.id())) {
            Optional<Work.Unmade> unmade = scenario.unmade(file, last, failed);
            if (unmade.isPresent()) {
                facts.count(connection, unmade.get(), file, at);
            }
        }
    }

    void fail(Connection connection, RequestFile file, String code, String message, Money money, Instant at)
            throws SQLException {
        Requests.close(connection, file.id(), "failed", at);
        Fact fact = new Fact.RequestFailed(file.id(), file.tenant(), code, message, money.settled(), money.open());
        facts.tell(connection, Told.of(file, fact), at);
    }

    private void retake(Connection connection, RequestFile file, Attempt attempt, Instant at) throws SQLException {
        Take last = attempt.take();
        Ticket ticket = tickets.of(file, last.model(), at);
        Transition again = Take.queued(file, last.attempt() + 1, last.model(), last.quotedMicros(), ticket, at);
        Takes.insert(connection, again, ticket, at);
        facts.tell(connection, Told.of(again), at);
        transactions.afterwards(() -> {
            meters.queued(again);
            meters.retaken(reason(attempt));
        });
    }

    private static String reason(Attempt last) {
        if (last.ruled(Ruling.Word.REJECTED)) {
            return "rejected";
        }
        Fact.Score score = last.score();
        return score == null ? last.take().state().word() : score.verdict();
    }
}
