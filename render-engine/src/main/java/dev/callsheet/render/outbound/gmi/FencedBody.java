package dev.callsheet.render.outbound.gmi;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;

/**
 * A body that leaves only if the sender may still send at that very moment. A process may be frozen anywhere between
 * its decision to send and the sending: whoever has lost its right meanwhile sends a head without a body, which no
 * server takes for a request.
 */
final class FencedBody implements BodyPublisher {
    private final byte[] bytes;
    private final BooleanSupplier still;
    private volatile boolean left;

    FencedBody(byte[] bytes, BooleanSupplier still) {
        this.bytes = bytes;
        this.still = still;
    }

    /** Whether the body, or a part of it, may have left. */
    boolean left() {
        return left;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private boolean over;

            @Override
            public void request(long count) {
                if (over || count <= 0) {
                    return;
                }
                over = true;
                if (still.getAsBoolean()) {
                    left = true;
                    subscriber.onNext(ByteBuffer.wrap(bytes));
                    subscriber.onComplete();
                } else {
                    subscriber.onError(new IllegalStateException("the right to send is lost"));
                }
            }

            @Override
            public void cancel() {
                over = true;
            }
        });
    }
}
