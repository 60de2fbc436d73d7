package dev.callsheet.requestapi.inbound.webhook;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A partner's server: keeps all that comes and answers as it is told to. */
final class Receiver implements AutoCloseable {
    /** What came. */
    record Call(Map<String, List<String>> headers, String body) {
        String id() {
            return headers.get("webhook-id").getFirst();
        }

        String type() {
            return Json.read(body.getBytes(StandardCharsets.UTF_8)).path("type").asText();
        }

        String signature() {
            return headers.get("webhook-signature").getFirst();
        }

        /** As the official library judges. */
        boolean isGenuine(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (com.standardwebhooks.exceptions.WebhookVerificationException
                    | com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
                return false;
            }
        }
    }

    /** A status, what is to be waited for, and words. */
    record Reply(int status, long pauseMs, String words) {
        static Reply of(int status) {
            return new Reply(status, 0, "thank you");
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    /** By {@link System#nanoTime}. */
    final AtomicLong lastAt = new AtomicLong();

    private final AtomicInteger atOnce = new AtomicInteger();
    private final HttpServer server;
    private volatile Function<Call, Reply> answer = _ -> Reply.of(200);

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=partners-own";
    }

    void answers(Function<Call, Reply> with) {
        answer = with;
    }

    List<String> types() {
        return calls.stream().map(Call::type).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (exchange) {
            Map<String, List<String>> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            Call call = new Call(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = answer.apply(call);
            calls.add(call);
            lastAt.set(System.nanoTime());
            if (reply.pauseMs() > 0) {
                Thread.sleep(reply.pauseMs());
            }
            byte[] words = reply.words().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), words.length);
            exchange.getResponseBody().write(words);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
