package dev.callsheet.corridor.metrics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;

/** The labels of our metrics: few values each, never an id, a tenant, an address or words of a user. */
public final class Labels {
    public static final AttributeKey<String> ROUTE = AttributeKey.stringKey("route");
    public static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    public static final AttributeKey<String> STATE = AttributeKey.stringKey("state");
    public static final AttributeKey<String> CODE = AttributeKey.stringKey("code");
    public static final AttributeKey<String> DOOR = AttributeKey.stringKey("door");
    public static final AttributeKey<String> ROOM = AttributeKey.stringKey("room");
    public static final AttributeKey<String> TOPIC = AttributeKey.stringKey("topic");
    public static final AttributeKey<String> GROUP = AttributeKey.stringKey("group");
    public static final AttributeKey<String> OPERATION = AttributeKey.stringKey("operation");
    public static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("provider");
    public static final AttributeKey<String> ENTRY = AttributeKey.stringKey("entry");

    /** The route of what has none: refused before one was found. */
    public static final String NO_ROUTE = "none";

    private Labels() {}

    /** The meter that all of our instruments belong to. */
    public static Meter meter(OpenTelemetry telemetry) {
        return telemetry.getMeter("callsheet");
    }
}
