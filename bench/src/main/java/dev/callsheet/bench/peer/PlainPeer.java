package dev.callsheet.bench.peer;

import io.netty.util.AsciiString;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/** HTTP and nothing else: takes the whole body, answers 202 with a short document. */
public final class PlainPeer {
    private static final CharSequence JSON = AsciiString.cached("application/json");
    private static final Buffer ANSWER = Buffer.buffer("{\"id\":\"3b2f8e3a-0000-5000-8000-000000000000\","
            + "\"state\":\"accepted\",\"links\":{\"self\":\"/v1/requests/3b2f8e3a-0000-5000-8000-000000000000\"}}");

    private PlainPeer() {}

    /** Runs until it is ended. @param arguments the port */
    public static void main(String[] arguments) {
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(call -> call.body()
                        .onSuccess(_ -> call.response()
                                .setStatusCode(202)
                                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                                .end(ANSWER)))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .onFailure(failure -> {
                    failure.printStackTrace();
                    Runtime.getRuntime().halt(1);
                });
    }
}
