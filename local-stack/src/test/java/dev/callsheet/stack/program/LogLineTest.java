package dev.callsheet.stack.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void anObjectIsShownInWords() {
        String line = """
                {"timestamp":"2026-01-01T00:00:00.5Z","level":"WARN","logger":"dev.callsheet.render.Looks",\
                "message":"take 1: again","mdc":{"takeId":"1"},"stackTrace":"\\njava.io.IOException: away\\n\\tat A.b\\n"}""";

        List<String> words = LogLine.readable(line).lines().toList();
        assertThat(words.getFirst()).endsWith(" WARN  Looks take 1: again");
        assertThat(words.subList(1, words.size())).containsExactly("java.io.IOException: away", "\tat A.b");
    }

    @Test
    void whatIsNoObjectOfOursStaysAsItIs() {
        assertThat(LogLine.readable("WARNING: sun.misc.Unsafe")).isEqualTo("WARNING: sun.misc.Unsafe");
        assertThat(LogLine.readable("{ half")).isEqualTo("{ half");
        assertThat(LogLine.readable("{\"a\":1}")).isEqualTo("{\"a\":1}");
    }
}
