package dev.callsheet.render.outbound;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many rows as a few arrays, so that one statement stores them all. Texts are cast by the statement. */
final class Columns {
    private Columns() {}

    /** One column as an array of texts; null stays null. */
    static <T> Array texts(Connection connection, List<T> rows, Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] = value == null ? null : value.toString();
        }
        return connection.createArrayOf("text", values);
    }
}
