package dev.callsheet.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests ready for the wire: POST /v1/requests, each with an Idempotency-Key of its own. One thread only. */
public final class Posts {
    private static final int DIGITS = 10;

    private final String keyPrefix;
    private final List<byte[]> messages = new ArrayList<>();
    private final List<Integer> digitsAt = new ArrayList<>();
    private long sent;

    /** @param keyPrefix what the keys begin with; a number follows */
    public Posts(String apiKey, String keyPrefix, List<byte[]> bodies) {
        this.keyPrefix = keyPrefix;
        for (byte[] body : bodies) {
            String upToKey = "POST /v1/requests HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + "X-API-Key: " + apiKey + "\r\nIdempotency-Key: " + keyPrefix;
            String rest = "0".repeat(DIGITS) + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            byte[] head = (upToKey + rest).getBytes(StandardCharsets.ISO_8859_1);
            ByteBuffer message = ByteBuffer.allocate(head.length + body.length);
            messages.add(message.put(head).put(body).array());
            digitsAt.add(upToKey.length());
        }
    }

    /** The next one. */
    ByteBuffer next() {
        int which = (int) (sent % messages.size());
        byte[] message = messages.get(which).clone();
        long left = sent++;
        for (int i = digitsAt.get(which) + DIGITS - 1; left > 0; i--) {
            message[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return ByteBuffer.wrap(message);
    }

    public long sent() {
        return sent;
    }

    /** The key of the n-th, counted from 0. */
    public String key(long n) {
        String digits = Long.toString(n);
        return keyPrefix + "0".repeat(DIGITS - digits.length()) + digits;
    }
}
