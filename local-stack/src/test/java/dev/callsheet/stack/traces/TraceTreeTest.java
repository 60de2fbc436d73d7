package dev.callsheet.stack.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTreeTest {
    @Test
    void childrenStandBelowTheirParentWithTheirTimes() {
        var tree = new TraceTree(
                List.of(span("a", null, "ask", 0), span("b", "a", "route", 5), span("c", "b", "render", 9)));

        assertThat(tree.lines()).hasSize(3);
        assertThat(tree.lines().get(0)).contains("0.0 ms", "worker", "  ask");
        assertThat(tree.lines().get(2)).contains("9.0 ms", "      render");
    }

    @Test
    void aSpanWhoseParentHasNotArrivedIsShownAllTheSame() {
        assertThat(new TraceTree(List.of(span("b", "a", "route", 5))).lines())
                .singleElement()
                .asString()
                .contains("route");
    }

    private static SpanLine span(String id, @Nullable String parent, String name, long startMillis) {
        long start = 1_000_000_000L + startMillis * 1_000_000;
        return new SpanLine("t", id, parent, "worker", name, "internal", start, start + 1_000_000, false, Map.of());
    }
}
