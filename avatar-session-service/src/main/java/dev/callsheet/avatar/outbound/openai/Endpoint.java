package dev.callsheet.avatar.outbound.openai;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One provider's endpoint with its connections, which are kept open and used again. Over TLS it speaks HTTP/2 if the
 * other side does.
 *
 * @param kind the first part of the codes of what goes wrong
 * @param timeout until the answer's first bytes
 * @param stall between two pieces of it
 */
record Endpoint(String kind, HttpClient http, String url, String key, Duration timeout, Duration stall) {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Longer than a pause in a conversation: a new connection costs round trips that somebody waits for. */
    private static final Duration KEPT = Duration.ofMinutes(4);

    /** @param connections at once */
    static HttpClient http(Vertx vertx, String url, int connections) {
        boolean tls = "https".equals(URI.create(url).getScheme());
        var options = new HttpClientOptions()
                .setSsl(tls)
                .setUseAlpn(tls)
                .setProtocolVersion(tls ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1)
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout((int) KEPT.toSeconds())
                .setHttp2KeepAliveTimeout((int) KEPT.toSeconds())
                .setTcpNoDelay(true);
        return vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(connections).setHttp2MaxSize(Math.max(1, connections / 64)));
    }

    RequestOptions post(String path, String contentType) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url + path)
                .setConnectTimeout(TimeUnit.MILLISECONDS.convert(CONNECT))
                .putHeader("Authorization", "Bearer " + key)
                .putHeader("Content-Type", contentType);
    }

    /** Asks for something free: opens a connection, loads what a call needs, and gives the answer's status. */
    Future<Integer> greet() {
        return http.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url + "/models")
                        .putHeader("Authorization", "Bearer " + key))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(response.statusCode()));
    }
}
