package dev.callsheet.render.outbound;

import dev.callsheet.render.domain.Drift;
import dev.callsheet.render.domain.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What follows from a model that has changed: an alert, and a pause of that model if our payloads may not fit any more. */
public final class ContractBook {
    private static final String CHANGED = "contract.changed";
    private static final String ADDED = "contract.added";

    private final Transactions transactions;

    public ContractBook(Transactions transactions) {
        this.transactions = transactions;
    }

    /** What became of a model. */
    public enum Outcome {
        /** It was paused just now. */
        PAUSED,
        /** It is as it was: paused or not. */
        SAME,
        /** It was resumed just now. */
        RESUMED
    }

    /**
     * Notes how a model departs from what we know; nothing, if it does not. A pause that an operator has lifted does not
     * come back for the same departure.
     */
    public Outcome note(String model, List<Drift> drift, Instant at) throws SQLException {
        List<Drift> breaking = drift.stream().filter(Drift::breaking).toList();
        List<Drift> harmless = drift.stream().filter(one -> !one.breaking()).toList();
        return transactions.run(connection -> {
            if (harmless.isEmpty()) {
                AlertList.close(connection, ADDED, model, at);
            } else {
                AlertList.raise(connection, ADDED, model, Severity.INFO, words(harmless), at);
            }
            return breaking.isEmpty() ? resume(connection, model, at) : pause(connection, model, words(breaking), at);
        });
    }

    private static Outcome pause(Connection connection, String model, String words, Instant at) throws SQLException {
        if (AlertList.raise(connection, CHANGED, model, Severity.CRITICAL, words, at) == AlertList.Raised.SAME) {
            return Outcome.SAME;
        }
        OperatorPauses.put(connection, new OperatorPauses.Pause(model, null, OperatorPauses.CONTRACT, null, words, at));
        return Outcome.PAUSED;
    }

    private static Outcome resume(Connection connection, String model, Instant at) throws SQLException {
        AlertList.close(connection, CHANGED, model, at);
        return OperatorPauses.drop(connection, model, "", OperatorPauses.CONTRACT) ? Outcome.RESUMED : Outcome.SAME;
    }

    private static String words(List<Drift> drift) {
        return drift.stream().map(Drift::words).collect(Collectors.joining("; "));
    }
}
