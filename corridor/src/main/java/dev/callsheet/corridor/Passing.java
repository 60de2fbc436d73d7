package dev.callsheet.corridor;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a failure that will pass by itself from one that will not. */
public final class Passing {
    /** SQLSTATE classes: connection, insufficient resources, operator intervention, rollback, system error. */
    private static final Set<String> SQL_CLASSES = Set.of("08", "53", "57", "40", "58");

    private Passing() {}

    /** Whether trying again later may help: a broker, a database or a connection was away. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case PublishFailed _, IOException _, TimeoutException _ -> {
                    return true;
                }
                case SQLException sql
                when sql.getSQLState() == null
                        || SQL_CLASSES.contains(sql.getSQLState().substring(0, 2)) -> {
                    return true;
                }
                default -> {
                    // look further down
                }
            }
        }
        return false;
    }
}
