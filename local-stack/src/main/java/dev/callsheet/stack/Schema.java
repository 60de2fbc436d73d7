package dev.callsheet.stack;

/** The services that keep tables; each has a schema and a role of that name and sees nothing of the others'. */
public enum Schema {
    REQUEST_API,
    I2V,
    R2V,
    AVATAR;

    /** The schema's and the role's name. */
    public String role() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The role's password in the local stack. */
    public String password() {
        return role() + "-local";
    }

    /** How a service reaches its schema. */
    java.util.Map<String, String> properties(String jdbcUrl) {
        return java.util.Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.username", role(),
                "quarkus.datasource.password", password());
    }
}
