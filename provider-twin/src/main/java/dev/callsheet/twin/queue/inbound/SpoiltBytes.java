package dev.callsheet.twin.queue.inbound;

import dev.callsheet.twin.queue.domain.fault.ArtifactFault;
import dev.callsheet.twin.queue.domain.fault.Blows.Hit;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sends bytes in ways that no framework would: announced and real length may differ. Writes to the connection itself and
 * closes it. Blocks: for virtual threads only.
 */
final class SpoiltBytes {

    private static final int SURPLUS = 1000;
    private static final int PIECES = 100;

    private SpoiltBytes() {}

    /** Sends the bytes as the fault has it. */
    static void send(Hit<ArtifactFault> hit, byte[] bytes, String type, HttpServerRequest connection) {
        var half = Arrays.copyOf(bytes, bytes.length / 2);
        switch (hit.fault()) {
            case ARTIFACT_TRUNCATED -> send(half, half.length, type, connection);
            case ARTIFACT_CUT -> send(half, bytes.length, type, connection);
            case LENGTH_TOO_SHORT -> send(bytes, half.length, type, connection);
            case LENGTH_TOO_LONG -> send(bytes, bytes.length + SURPLUS, type, connection);
            case ARTIFACT_GARBAGE -> send(garbage(bytes.length), bytes.length, type, connection);
            case ARTIFACT_SLOW -> dribble(bytes, hit.blow().lasts(), type, connection);
            case LINK_EXPIRED, LINK_GONE, ARTIFACT_UNAVAILABLE, ARTIFACT_WRONG_TYPE ->
                throw new IllegalArgumentException(hit.fault().word() + " spoils no bytes");
        }
        Connections.cut(connection);
    }

    private static void send(byte[] bytes, int announced, String type, HttpServerRequest connection) {
        begin(announced, type, connection);
        write(bytes, connection);
    }

    private static void dribble(byte[] bytes, Duration time, String type, HttpServerRequest connection) {
        begin(bytes.length, type, connection);
        int piece = Math.ceilDiv(bytes.length, PIECES);
        for (int from = 0; from < bytes.length && !connection.response().closed(); from += piece) {
            write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)), connection);
            Connections.hold(time.dividedBy(PIECES));
        }
    }

    private static void begin(int announced, String type, HttpServerRequest connection) {
        connection.response().putHeader("Content-Type", type).putHeader("Content-Length", String.valueOf(announced));
    }

    private static void write(byte[] bytes, HttpServerRequest connection) {
        await(connection.response().write(Buffer.buffer(bytes)));
    }

    /** A client that goes away in between is no failure of ours. */
    private static void await(Future<Void> done) {
        done.otherwiseEmpty().toCompletionStage().toCompletableFuture().join();
    }

    private static byte[] garbage(int length) {
        var bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }
}
