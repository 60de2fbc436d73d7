package dev.callsheet.contracts;

import java.util.HashMap;
import java.util.Map;

/** The event types of facts: {@code dev.callsheet.<aggregate>.<what>.v1}, made from the record's name. */
public final class FactTypes {
    private static final Map<Class<?>, String> TYPES = new HashMap<>();
    private static final Map<String, Class<? extends Fact>> CLASSES = new HashMap<>();

    static {
        register(Fact.class);
    }

    private FactTypes() {}

    public static String typeOf(Class<? extends Fact> fact) {
        return TYPES.get(fact);
    }

    /** All types with their records. */
    public static Map<String, Class<? extends Fact>> all() {
        return Map.copyOf(CLASSES);
    }

    /**
     * The fact in an event.
     *
     * @throws UnreadableEvent if the type is unknown or the data has not its form
     */
    public static Fact read(CloudEvent event) {
        Class<? extends Fact> type = CLASSES.get(event.type());
        if (type == null) {
            throw new UnreadableEvent("event.type", "attribute 'type': found '" + event.type() + "'; not a known fact");
        }
        return Json.read(event.data(), type);
    }

    private static void register(Class<?> sealed) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                Class<? extends Fact> fact = permitted.asSubclass(Fact.class);
                String name = "dev.callsheet."
                        + permitted
                                .getSimpleName()
                                .replaceAll("(?<=[a-z])(?=[A-Z])", ".")
                                .toLowerCase(java.util.Locale.ROOT)
                        + ".v1";
                TYPES.put(fact, name);
                CLASSES.put(name, fact);
            } else {
                register(permitted);
            }
        }
    }
}
