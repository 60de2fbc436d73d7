package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.conversation.line.Work;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A POST whose answer is read while it comes, and which ends at any moment: closing it resets the stream, and with
 * HTTP/1.1 the connection, so that the other side stops working for nobody. What fails before an answer has begun is tried
 * once more. Thread-safe.
 */
final class Call implements Work {
    private static final int TRIES = 2;

    private final Vertx vertx;
    private final Endpoint endpoint;
    private final RequestOptions options;
    private final Buffer body;
    private final Reader reader;
    private @Nullable HttpClientRequest request;
    private boolean over;
    /** The try under way; what an earlier one still tells does not count. */
    private int tries = 1;

    private boolean answered;
    private long timer = -1;
    private long heardAt;

    private Call(Vertx vertx, Endpoint endpoint, RequestOptions options, Buffer body, Reader reader) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.options = options;
        this.body = body;
        this.reader = reader;
    }

    /** Takes the answer. Not called after the call was closed, nor after {@code end}, {@code failed} or a failure. */
    interface Reader {
        /** @return why this is no answer that can be read; empty if it is */
        Optional<Failure> begins(HttpClientResponse response);

        /** @return why it cannot go on; empty if it can */
        Optional<Failure> piece(Buffer piece);

        /** All has come. @return why it is not whole; empty if it is */
        Optional<Failure> end();

        void failed(String code, String message);

        /** The answer is whole, though its stream may not have ended. Thread-safe. */
        boolean whole();
    }

    /** Why an answer is none. @param word the last part of its code */
    record Failure(String word, String message) {}

    static Call start(Vertx vertx, Endpoint endpoint, String path, String contentType, Buffer body, Reader reader) {
        var call = new Call(vertx, endpoint, endpoint.post(path, contentType), body, reader);
        call.send(call.tries);
        return call;
    }

    /** @param mine which try this is, from 1 */
    private void send(int mine) {
        watch(endpoint.timeout().toMillis());
        endpoint.http().request(options).onComplete(got -> {
            if (got.failed()) {
                lost(mine, got.cause());
            } else if (keep(got.result())) {
                got.result().send(body).onComplete(sent -> {
                    if (sent.failed()) {
                        lost(mine, sent.cause());
                    } else {
                        begins(mine, sent.result());
                    }
                });
            }
        });
    }

    /** @return false if nobody waits for it any more */
    private synchronized boolean keep(HttpClientRequest got) {
        // Whatever happens to it comes by its futures too; unhandled it would be logged as an error.
        got.exceptionHandler(told -> {});
        if (over) {
            got.reset();
            return false;
        }
        request = got;
        return true;
    }

    private void begins(int mine, HttpClientResponse response) {
        response.exceptionHandler(cause -> lost(mine, cause));
        int status = response.statusCode();
        if (isOver() || status >= 500 && again(mine)) {
            return;
        }
        if (status != 200) {
            fail(status == 429 ? "limited" : status >= 500 ? "unavailable" : "refused", "answered " + status);
        } else if (!failed(reader.begins(response))) {
            response.handler(this::piece);
            response.endHandler(nothing -> end());
        }
    }

    private void piece(Buffer piece) {
        if (isOver()) {
            return;
        }
        synchronized (this) {
            answered = true;
            heardAt = System.nanoTime();
        }
        failed(reader.piece(piece));
    }

    private void end() {
        if (isOver() || failed(reader.end())) {
            return;
        }
        finish();
    }

    private boolean failed(Optional<Failure> failure) {
        failure.ifPresent(why -> fail(why.word(), why.message()));
        return failure.isPresent();
    }

    /** The connection could not be had, or broke. A kept one may have been closed by the other side just now. */
    private void lost(int mine, Throwable cause) {
        boolean begun;
        synchronized (this) {
            if (mine != tries) {
                return;
            }
            begun = answered;
        }
        if (begun || cause instanceof TimeoutException || !again(mine)) {
            fail("unavailable", begun ? "broke off" : "cannot be reached");
        }
    }

    /** @return false if this was the last try */
    private boolean again(int mine) {
        HttpClientRequest before;
        synchronized (this) {
            if (over || mine != tries) {
                return true;
            }
            if (tries == TRIES) {
                return false;
            }
            vertx.cancelTimer(timer);
            tries++;
            before = request;
            request = null;
        }
        if (before != null) {
            before.reset();
        }
        send(mine + 1);
        return true;
    }

    private synchronized void watch(long millis) {
        timer = vertx.setTimer(millis, nothing -> look());
    }

    /** One timer for all pieces: it asks how long ago the last one came. */
    private void look() {
        long left;
        boolean begun;
        synchronized (this) {
            if (over) {
                return;
            }
            begun = answered;
            left = begun ? endpoint.stall().toMillis() - (System.nanoTime() - heardAt) / 1_000_000 : 0;
        }
        if (left > 0) {
            watch(left);
        } else {
            fail(begun ? "stalled" : "timeout", begun ? "fell silent" : "did not answer in time");
        }
    }

    private void fail(String word, String message) {
        if (stop()) {
            reader.failed(endpoint.kind() + "." + word, "The " + endpoint.kind() + " service " + message);
        }
    }

    private synchronized void finish() {
        over = true;
        vertx.cancelTimer(timer);
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** @return false if it was over before */
    private boolean stop() {
        HttpClientRequest open;
        synchronized (this) {
            if (over) {
                return false;
            }
            finish();
            open = request;
        }
        // What is left of a whole answer is let through: its connection is worth keeping.
        if (open != null && !reader.whole()) {
            open.reset();
        }
        return true;
    }

    @Override
    public void close() {
        stop();
    }
}
