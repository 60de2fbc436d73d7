package dev.callsheet.media.door;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The internet as a user could have made it: a server on loopback that answers each path with the bytes it likes. */
final class Internet implements AutoCloseable {
    /** What is answered, byte by byte. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket door;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** Every request so far: its line and headers. */
    final List<List<String>> asked = new CopyOnWriteArrayList<>();

    Internet() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    Internet(ServerSocket door) {
        this.door = door;
        Thread.ofPlatform().daemon().name("internet").start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    void on(String path, Answer answer) {
        answers.put(path, answer);
    }

    void on(String path, String head, byte[] body) {
        on(path, out -> {
            out.write((head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
        });
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                Thread.ofPlatform().daemon().start(() -> answer(line));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket line) {
        try (line) {
            var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> request = new CopyOnWriteArrayList<>();
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                request.add(header);
            }
            if (!request.isEmpty()) {
                asked.add(request);
                answers.getOrDefault(
                                request.getFirst().split(" ")[1],
                                out -> out.write("HTTP/1.1 404 -\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                        .write(line.getOutputStream());
            }
        } catch (IOException | InterruptedException _) {
            // The door hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
