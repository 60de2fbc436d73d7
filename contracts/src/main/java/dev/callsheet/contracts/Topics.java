package dev.callsheet.contracts;

import java.util.Optional;
import java.util.regex.Pattern;

/** The topics of the corridor. Their keys, writers and readers are in {@code asyncapi.yaml}. */
public final class Topics {
    public static final String REQUESTS_PREFIX = "callsheet.requests.";
    public static final String CONTROL_PREFIX = "callsheet.control.";
    public static final String TURNS_PREFIX = "callsheet.turns.";
    public static final String WORK_SCORING = "callsheet.work.scoring";
    public static final String FACTS = "callsheet.facts";
    public static final String DLQ_SUFFIX = ".dlq";

    /** What a reader of all tenants' requests subscribes to: the tenant's own topic, not its dead letters. */
    public static final Pattern REQUESTS = ofTenants(REQUESTS_PREFIX);

    public static final Pattern CONTROL = ofTenants(CONTROL_PREFIX);
    public static final Pattern TURNS = ofTenants(TURNS_PREFIX);

    private Topics() {}

    public static String requests(TenantId tenant) {
        return REQUESTS_PREFIX + tenant;
    }

    public static String control(TenantId tenant) {
        return CONTROL_PREFIX + tenant;
    }

    public static String turns(TenantId tenant) {
        return TURNS_PREFIX + tenant;
    }

    public static String work(Route route) {
        return "callsheet.work." + route.wire();
    }

    public static String deadLetters(String topic) {
        return topic + DLQ_SUFFIX;
    }

    /** The tenant that a tenant's topic belongs to; empty for a topic of another form. */
    public static Optional<TenantId> tenantOf(String topic) {
        for (Pattern pattern : new Pattern[] {REQUESTS, CONTROL, TURNS}) {
            var match = pattern.matcher(topic);
            if (match.matches()) {
                return Optional.of(new TenantId(match.group(1)));
            }
        }
        return Optional.empty();
    }

    /** The topic as a metric label may name it: a tenant's topic loses its tenant, so that labels stay few. */
    public static String withoutTenant(String topic) {
        return tenantOf(topic)
                .map(tenant ->
                        topic.substring(0, topic.length() - tenant.value().length() - 1))
                .orElse(topic);
    }

    private static Pattern ofTenants(String prefix) {
        return Pattern.compile(Pattern.quote(prefix) + "([a-z0-9][a-z0-9-]{0,39})");
    }
}
