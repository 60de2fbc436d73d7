package dev.callsheet.bench.peer;

import dev.callsheet.contracts.Json;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.util.Optional;

/**
 * The reading half of the provider's queue over TLS, HTTP/2 and HTTP/1.1, one thread; it knows when its jobs end and
 * notes when that is seen. Below {@code /closing} a connection is closed after each answer.
 */
public final class ProviderPeer {
    private static final String JOB = """
            {"request_id":"job-%1$d","org_id":"6c1b2f0e-0000-5000-8000-000000000000","model":"wan2.7-i2v",\
            "status":"%2$s","is_public":false,"payload":{"prompt":"The camera pans slowly to the left over the bay.",\
            "first_frame":"https://pictures.example.com/bay.png","resolution":"720P","duration":5,"seed":%1$d},\
            "outcome":%3$s,"created_at":1790000000,"updated_at":1790000060,"queued_at":1790000000}""";

    private final QueueStub jobs;
    private final Buffer clip = Buffer.buffer(TinyClip.bytes());
    private final String outcome;

    private ProviderPeer(QueueStub jobs, int port) {
        this.jobs = jobs;
        this.outcome = "{\"media_urls\":[{\"id\":\"0\",\"url\":\"https://127.0.0.1:%d/clip.mp4\"}]}".formatted(port);
    }

    /** Runs until it is ended. @param arguments port, port of the controls (plain HTTP), key store, its word, jobs */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        var peer = new ProviderPeer(new QueueStub(Integer.parseInt(arguments[4])), port);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var secure = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new PfxOptions().setPath(arguments[2]).setPassword(arguments[3]));
        vertx.createHttpServer(secure)
                .requestHandler(peer::answer)
                .listen(port, "127.0.0.1")
                .compose(_ -> vertx.createHttpServer()
                        .requestHandler(peer::control)
                        .listen(Integer.parseInt(arguments[1]), "127.0.0.1"))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    Runtime.getRuntime().halt(1);
                });
    }

    private void answer(HttpServerRequest call) {
        String path = call.path();
        if (path.startsWith("/closing/")) {
            call.response().putHeader("Connection", "close");
        }
        if (path.equals("/clip.mp4")) {
            call.response().putHeader("Content-Type", "video/mp4").end(clip);
            return;
        }
        int number = Integer.parseInt(path.substring(path.lastIndexOf('-') + 1));
        Optional<Boolean> ended = jobs.read(number, System.currentTimeMillis());
        if (ended.isEmpty()) {
            call.response().setStatusCode(404).end("{\"error\":\"no such request\"}");
            return;
        }
        call.response()
                .putHeader("Content-Type", "application/json")
                .end(JOB.formatted(number, ended.get() ? "success" : "processing", ended.get() ? outcome : "null"));
    }

    private void control(HttpServerRequest call) {
        switch (call.path()) {
            case "/begin" ->
                jobs.begin(
                        System.currentTimeMillis(),
                        Integer.parseInt(call.getParam("ends")),
                        Double.parseDouble(call.getParam("perSecond")));
            case "/died" -> jobs.died(Long.parseLong(call.getParam("at")), Integer.parseInt(call.getParam("jobs")));
            default -> {
                // the account is all that is asked for
            }
        }
        call.response().end(Buffer.buffer(Json.write(jobs.account())));
    }
}
