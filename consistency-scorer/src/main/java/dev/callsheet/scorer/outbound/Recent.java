package dev.callsheet.scorer.outbound;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What was read last, up to a number; what was not found is asked for again. Thread-safe. */
final class Recent<T> {
    private final Map<String, T> values;

    Recent(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    Optional<T> get(String key, Supplier<Optional<T>> reader) {
        T known;
        synchronized (values) {
            known = values.get(key);
        }
        if (known != null) {
            return Optional.of(known);
        }
        Optional<T> read = reader.get();
        read.ifPresent(value -> {
            synchronized (values) {
                values.put(key, value);
            }
        });
        return read;
    }

    /** Forgets all whose keys begin so. */
    void forget(String prefix) {
        synchronized (values) {
            values.keySet().removeIf(key -> key.startsWith(prefix));
        }
    }
}
