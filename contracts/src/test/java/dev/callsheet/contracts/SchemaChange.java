package dev.callsheet.contracts;

import dev.callsheet.contracts.SchemaLines.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a new schema takes away from those who rely on the old one. What partners send may be allowed more (types,
 * values, wider limits, an optional field that was required); what they read may gain fields and values, and nothing
 * else. A field that is new is optional, on either side: older events are on the log.
 */
record SchemaChange(TreeMap<String, Line> before, TreeMap<String, Line> after, Side side) {
    private static final Pattern BOUND = Pattern.compile("(exclusiveM|m)(in|ax)(imum|Length|Items)");

    /** Who writes what the schema describes. */
    enum Side {
        /** Partners write it. */
        IN,
        /** We write it. */
        OUT
    }

    /** One sentence for each break; none if the change is additive. */
    List<String> breaks() {
        List<String> breaks = new ArrayList<>();
        before.forEach((path, old) -> {
            Line now = after.get(path);
            if (now == null) {
                breaks.add(path + " was removed");
            } else {
                compare(old, now, breaks);
            }
        });
        after.forEach((path, now) -> {
            if (now.required() && !before.containsKey(path) && isOnKnownGround(path)) {
                breaks.add(path + " is new and required");
            }
        });
        return breaks;
    }

    /** A required field of an object that is itself new asks nothing of anybody. */
    private boolean isOnKnownGround(String path) {
        String parent = path.substring(0, path.lastIndexOf('/'));
        return parent.isEmpty() || before.containsKey(parent);
    }

    private void compare(Line old, Line now, List<String> breaks) {
        if (!now.types().containsAll(old.types())
                || now.types().isEmpty() != old.types().isEmpty()) {
            breaks.add(old.path() + " was " + old.types() + ", is " + now.types());
        } else if (side == Side.OUT && !old.types().containsAll(now.types())) {
            breaks.add(old.path() + " was " + old.types() + " for its readers, is " + now.types());
        }
        if (now.required() && !old.required()) {
            breaks.add(old.path() + " has become required");
        } else if (side == Side.OUT && old.required() && !now.required()) {
            breaks.add(old.path() + " is no longer there for certain");
        }
        if (!now.values().isEmpty() && (old.values().isEmpty() || !now.values().containsAll(old.values()))) {
            breaks.add(old.path() + " allowed " + old.values() + ", allows " + now.values());
        }
        limits(old, now, breaks);
    }

    private void limits(Line old, Line now, List<String> breaks) {
        Map<String, String> was = byName(old.limits());
        Map<String, String> is = byName(now.limits());
        Set<String> names = new HashSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String name : names) {
            String from = was.get(name);
            String to = is.get(name);
            boolean same = from != null && from.equals(to);
            if (!same && (side == Side.OUT || !isWider(name, from, to))) {
                breaks.add(old.path() + " had " + (from == null ? "no " + name : from) + ", has "
                        + (to == null ? "none" : to));
            }
        }
    }

    private static boolean isWider(String name, @Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return to == null;
        }
        if (!BOUND.matcher(name).matches()) {
            return false;
        }
        double old = Double.parseDouble(from.substring(name.length() + 1));
        double now = Double.parseDouble(to.substring(name.length() + 1));
        return name.startsWith("min") || name.equals("exclusiveMinimum") ? now <= old : now >= old;
    }

    private static Map<String, String> byName(Set<String> limits) {
        Map<String, String> byName = new TreeMap<>();
        limits.forEach(limit -> byName.put(limit.substring(0, limit.indexOf('=')), limit));
        return byName;
    }
}
