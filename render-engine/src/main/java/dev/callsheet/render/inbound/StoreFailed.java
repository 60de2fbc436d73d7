package dev.callsheet.render.inbound;

import java.sql.SQLException;

/** The tables could not be reached or refused the row; the cause says whether that will pass. */
public final class StoreFailed extends RuntimeException {
    public StoreFailed(SQLException cause) {
        super("tables: " + cause.getMessage(), cause);
    }
}
