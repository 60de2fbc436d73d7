package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Scenario;
import dev.callsheet.render.domain.Sequel;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.Ticket;
import dev.callsheet.render.domain.Transition;
import dev.callsheet.render.outbound.Requests.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What follows for requests whose takes have ended or were measured, inside of a transaction. */
record Conclusions(Scenario scenario, Facts facts, Book.Tickets tickets) {

    String route() {
        return scenario.route().wire();
    }

    /** Draws the conclusion for each of these requests that is open. */
    void draw(Connection connection, List<RequestId> ids, Instant at) throws SQLException {
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
            draw(connection, file, attempts.get(file.id()), money.getOrDefault(file.id(), Money.NONE), at);
        }
    }

    private void draw(Connection connection, RequestFile file, List<Attempt> attempts, Money money, Instant at)
            throws SQLException {
        RequestId id = file.id();
        switch (scenario.after(file, attempts)) {
            case Sequel.Wait _ -> {
                // until the next take ends or is measured
            }
            case Sequel.Measure(var scoring) -> facts.ask(connection, scoring, at);
            case Sequel.Retake _ -> retake(connection, file, attempts.getLast().take(), at);
            case Sequel.Complete(TakeId take, Fact.Clip clip, String verdict) -> {
                Requests.close(connection, id, "completed", at);
                Fact fact = new Fact.RequestCompleted(
                        id, take, file.tenant(), clip, verdict, attempts.size(), money.settled());
                facts.tell(connection, List.of(fact), at);
            }
            case Sequel.GiveUp(var code, var message) -> fail(connection, file, code, message, money, at);
            case Sequel.Stop _ -> {
                Requests.close(connection, id, "cancelled", at);
                facts.tell(connection, List.of(new Fact.RequestCancelled(id, file.tenant(), money.settled())), at);
            }
        }
    }

    void fail(Connection connection, RequestFile file, String code, String message, Money money, Instant at)
            throws SQLException {
        Requests.close(connection, file.id(), "failed", at);
        Fact fact = new Fact.RequestFailed(file.id(), file.tenant(), code, message, money.settled(), money.open());
        facts.tell(connection, List.of(fact), at);
    }

    private void retake(Connection connection, RequestFile file, Take last, Instant at) throws SQLException {
        Ticket ticket = tickets.of(file, last.model(), at);
        Transition again = Take.queued(file, last.attempt() + 1, last.model(), last.quotedMicros(), ticket, at);
        Takes.insert(connection, again, ticket, at);
        facts.tell(connection, again.facts(), at);
    }
}
