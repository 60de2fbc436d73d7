package dev.callsheet.contracts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an enum's constants are written in JSON: FIRST_FRAME is firstFrame. Made once for each type: it is asked for often. */
final class WireNames {
    private static final ClassValue<WireNames> KNOWN = new ClassValue<>() {
        @Override
        protected WireNames computeValue(Class<?> type) {
            return new WireNames(type.getEnumConstants());
        }
    };

    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final String all;

    private WireNames(Object[] values) {
        for (Object value : values) {
            constants.put(wireName((Enum<?>) value), value);
        }
        all = String.join(", ", constants.keySet());
    }

    static WireNames of(Class<? extends Enum<?>> type) {
        return KNOWN.get(type);
    }

    /** All of them in order, for people. */
    String all() {
        return all;
    }

    /** The constant; null for a name that is none. */
    @Nullable
    Object constant(String wire) {
        return constants.get(wire);
    }

    private static String wireName(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
