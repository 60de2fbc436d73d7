package dev.callsheet.avatar.outbound.openai;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data of server-sent events, whose bytes come in pieces cut anywhere. One line is one event here. Not thread-safe. */
final class EventLines {
    private static final String DATA = "data:";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The data of all events that this piece completes. */
    List<String> add(Buffer piece) {
        List<String> data = new ArrayList<>();
        byte[] bytes = piece.getBytes();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, from, i - from);
                from = i + 1;
                String whole = line.toString(StandardCharsets.UTF_8);
                line.reset();
                if (whole.startsWith(DATA)) {
                    data.add(whole.substring(DATA.length()).strip());
                }
            }
        }
        line.write(bytes, from, bytes.length - from);
        return data;
    }

    /** Bytes of a line that has not ended. */
    int waiting() {
        return line.size();
    }
}
