package dev.callsheet.stack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes what is missing of the services' roles and schemas. */
final class Schemas {
    private Schemas() {}

    /** @param owner a connection of the database's superuser */
    static void create(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            for (Schema schema : Schema.values()) {
                create(statement, schema);
            }
        }
    }

    private static void create(Statement statement, Schema schema) throws SQLException {
        String role = schema.role();
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, schema.password()));
        statement.execute("CREATE SCHEMA %1$s AUTHORIZATION %1$s".formatted(role));
        statement.execute("ALTER ROLE %1$s SET search_path = %1$s".formatted(role));
    }
}
