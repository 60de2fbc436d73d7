package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A viewer who comes and goes, and sees that it misses nothing if it is told so. */
final class Reader implements Viewer {
    final List<Told> seen = new ArrayList<>();
    String cursor = "";

    @Override
    public void tell(String at, Told told) {
        if (told instanceof Told.Hello(boolean resumed)) {
            if (resumed) {
                assertThat(at).isEqualTo(cursor);
            }
        } else if (begin(at).equals(begin(cursor)) && number(at) != number(cursor)) {
            assertThat(number(at)).isEqualTo(number(cursor) + 1);
        }
        cursor = at;
        seen.add(told);
    }

    private static String begin(String cursor) {
        return cursor.substring(0, Math.max(cursor.indexOf('-'), 0));
    }

    private static long number(String cursor) {
        return Long.parseLong(cursor.substring(cursor.indexOf('-') + 1));
    }
}
