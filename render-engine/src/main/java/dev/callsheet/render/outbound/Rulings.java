package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.UnreadableEvent;
import dev.callsheet.contracts.Work;
import dev.callsheet.render.domain.Attempt;
import dev.callsheet.render.domain.PersonsWord;
import dev.callsheet.render.domain.RequestFile;
import dev.callsheet.render.domain.Take;
import dev.callsheet.render.domain.TakeState;
import dev.callsheet.render.outbound.Conclusions.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What persons say of clips: kept, told, and followed as long as the request is open; after its end nothing is paid and
 * nothing opened again. Thread-safe.
 */
public final class Rulings {
    private final Transactions transactions;
    private final Conclusions conclusions;
    private final Runnable news;

    public Rulings(Transactions transactions, Book book, Runnable news) {
        this.transactions = transactions;
        this.conclusions = book.conclusions();
        this.news = news;
    }

    /**
     * Takes note of a word and does what follows; a repeat changes nothing, nor does one on another tenant's request or
     * on one that is not ours.
     *
     * @throws UnreadableEvent if it means no clip of the request
     */
    public void rule(PersonsWord said, Instant at) throws SQLException {
        transactions.run(connection -> {
            Optional<RequestFile> file = Requests.lock(connection, said.requestId())
                    .filter(found -> found.tenant().equals(said.tenant()));
            if (file.isPresent() && !RulingRows.known(connection, said)) {
                rule(connection, file.get(), said, at);
            }
            return null;
        });
        news.run();
    }

    private void rule(Connection connection, RequestFile file, PersonsWord said, Instant at) throws SQLException {
        RequestId id = file.id();
        List<Attempt> attempts = KnownTakes.attempts(connection, List.of(id)).getOrDefault(id, List.of());
        Attempt meant = meant(said, attempts);
        Take take = meant.take();
        Ruling ruling = said.after(meant.ruling(), at);
        RulingRows.insert(connection, said, take.id(), ruling);
        ManifestNotes.due(connection, take.id());
        String verdict = meant.score() == null ? null : meant.score().verdict();
        Fact fact = new Fact.ClipRuled(id, take.id(), file.tenant(), ruling, verdict);
        conclusions.facts().tell(connection, Facts.Told.of(file, fact), at);
        String campaign = file.request().campaign();
        if (campaign != null) {
            Work.Ruled ruled = new Work.Ruled(id, take.id(), file.tenant(), campaign, ruling);
            conclusions.facts().count(connection, ruled, file, at);
        }
        conclusions.draw(connection, List.of(id), Ended.NONE, at);
    }

    private static Attempt meant(PersonsWord said, List<Attempt> attempts) {
        return attempts.reversed().stream()
                .filter(attempt -> said.takeId() == null || attempt.take().id().equals(said.takeId()))
                .filter(attempt -> attempt.take().state() instanceof TakeState.Finished)
                .findFirst()
                .orElseThrow(() -> new UnreadableEvent(
                        "control.clip",
                        said.takeId() == null
                                ? "takeId: found nothing; request " + said.requestId() + " has no finished take yet"
                                : "takeId: found '" + said.takeId() + "'; expected is a finished take of request "
                                        + said.requestId()));
    }
}
