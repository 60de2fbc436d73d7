package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.PersonsWord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What persons have said of clips, inside of a transaction; never changed, never removed. */
final class RulingRows {
    /** Of takes under the alias t: the last one of each. */
    static final String LAST = """
            left join lateral (
                select word, by, reason, at as ruled_at from rulings r where r.take_id = t.id order by seq desc limit 1) ruled
            on true
            """;

    static final String COLUMNS = "ruled.word, ruled.by, ruled.reason, ruled.ruled_at";

    private RulingRows() {}

    /** The last ruling of a row with {@link #COLUMNS}; null if there is none. */
    static @Nullable Ruling read(ResultSet row) throws SQLException {
        String word = row.getString("word");
        return word == null
                ? null
                : new Ruling(
                        Ruling.Word.valueOf(word.toUpperCase(Locale.ROOT)),
                        row.getString("by"),
                        row.getString("reason"),
                        TakeRow.time(row, "ruled_at"));
    }

    /** Whether this word came before. */
    static boolean known(Connection connection, PersonsWord said) throws SQLException {
        return !Sql.list(connection, "select 1 from rulings where event_id = ?", row -> row.getInt(1), said.event())
                .isEmpty();
    }

    static void insert(Connection connection, PersonsWord said, TakeId take, Ruling ruling) throws SQLException {
        Sql.change(
                connection,
                "insert into rulings (event_id, request_id, take_id, word, by, reason, at) values (?, ?, ?, ?, ?, ?, ?)",
                said.event(),
                said.requestId().value(),
                take.value(),
                ruling.word().name().toLowerCase(Locale.ROOT),
                ruling.by(),
                ruling.reason(),
                ruling.at());
    }
}
