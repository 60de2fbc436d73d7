package dev.callsheet.bench.renders;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.bench.peer.TinyClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one small clip on loopback, in our own process: its time is nobody's that is measured. */
final class Clips implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Clips() {
        byte[] clip = TinyClip.bytes();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/clip.mp4", exchange -> {
            exchange.sendResponseHeaders(200, clip.length);
            exchange.getResponseBody().write(clip);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/clip.mp4";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
