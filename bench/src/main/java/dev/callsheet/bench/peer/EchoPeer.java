package dev.callsheet.bench.peer;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/** A WebSocket and nothing else: each text goes back as it came. */
public final class EchoPeer {
    private EchoPeer() {}

    /** Runs until it is ended. @param arguments the port */
    public static void main(String[] arguments) {
        Vertx.vertx()
                .createHttpServer()
                .webSocketHandler(EchoPeer::echo)
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                .onFailure(failure -> {
                    failure.printStackTrace();
                    Runtime.getRuntime().halt(1);
                });
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(socket::writeTextMessage);
    }
}
