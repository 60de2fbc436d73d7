package dev.callsheet.render.outbound;

import dev.callsheet.render.outbound.Verification.Check;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was held against each other so far, in order. */
final class Checks {
    private final List<Check> all = new ArrayList<>();

    void equal(String name, @Nullable Object expected, Object found) {
        boolean same = expected != null && expected.toString().equals(found.toString());
        add(name, same, same ? found.toString() : "found " + found + ", expected " + expected);
    }

    void add(String name, boolean ok, String detail) {
        all.add(new Check(name, ok, detail));
    }

    void failed(String name, String detail) {
        add(name, false, detail);
    }

    /** It could not be said, which is no failure. */
    void unsaid(String name, String detail) {
        all.add(new Check(name, null, detail));
    }

    List<Check> all() {
        return List.copyOf(all);
    }

    boolean passed() {
        return all.stream().noneMatch(check -> Boolean.FALSE.equals(check.ok()));
    }
}
