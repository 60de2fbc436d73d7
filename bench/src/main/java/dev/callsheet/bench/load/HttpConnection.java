package dev.callsheet.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One kept connection with at most one request on its way. */
final class HttpConnection implements AutoCloseable {
    private static final int ROOM = 64 * 1024;
    private static final String LENGTH = "content-length:";

    private final SocketChannel channel;
    private final Posts posts;
    private final ByteBuffer in = ByteBuffer.allocate(ROOM);
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer out;
    private long started;
    private boolean waits;

    HttpConnection(SocketChannel channel, Posts posts) {
        this.channel = channel;
        this.posts = posts;
    }

    void register(SelectionKey registered) {
        key = registered;
    }

    void send() throws IOException {
        out = posts.next();
        started = System.nanoTime();
        waits = true;
        write();
    }

    boolean waits() {
        return waits;
    }

    /** How long the last answer took. */
    long nanos() {
        return System.nanoTime() - started;
    }

    /** Writes or reads what can be. @return the status, once the whole answer is there; else 0 */
    int proceed() throws IOException {
        if (out != null && out.hasRemaining()) {
            write();
        }
        if (channel.read(in) < 0) {
            throw new EOFException("the server has closed a connection");
        }
        int end = headerEnd();
        if (end < 0) {
            return 0;
        }
        String head = new String(in.array(), 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (in.position() < end + length(head)) {
            return 0;
        }
        in.clear();
        waits = false;
        return Integer.parseInt(head.substring(9, 12));
    }

    private void write() throws IOException {
        ByteBuffer left = out;
        if (left != null && key != null) {
            channel.write(left);
            key.interestOps(left.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    private int headerEnd() {
        byte[] bytes = in.array();
        for (int i = 3; i < in.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int length(String head) throws IOException {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("an answer without Content-Length cannot be read here: " + head);
        }
        return Integer.parseInt(
                head.substring(at + LENGTH.length(), head.indexOf('\r', at)).strip());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
