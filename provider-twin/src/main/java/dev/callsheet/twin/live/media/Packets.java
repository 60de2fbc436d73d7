package dev.callsheet.twin.live.media;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One data channel; what is sent before it opens waits. Thread-safe. */
final class Packets implements RTCDataChannelObserver {
    private static final Logger LOG = Logger.getLogger(Packets.class);

    private final RTCDataChannel channel;
    private final Mailbox mailbox;
    private final Consumer<byte[]> heard;
    private final Deque<byte[]> waiting = new ArrayDeque<>();

    /** @param heard gets each message, in the mailbox */
    Packets(RTCDataChannel channel, Mailbox mailbox, Consumer<byte[]> heard) {
        this.channel = channel;
        this.mailbox = mailbox;
        this.heard = heard;
        channel.registerObserver(this);
    }

    /** Only in the mailbox. */
    void send(byte[] packet) {
        waiting.addLast(packet);
        flush();
    }

    private void flush() {
        while (!waiting.isEmpty() && channel.getState() == RTCDataChannelState.OPEN) {
            var data = ByteBuffer.wrap(waiting.removeFirst());
            try {
                channel.send(new RTCDataChannelBuffer(data, true));
            } catch (Exception e) {
                LOG.debug("a data packet was lost: " + e.getMessage());
            }
        }
    }

    @Override
    public void onStateChange() {
        mailbox.post(this::flush);
    }

    @Override
    public void onMessage(RTCDataChannelBuffer message) {
        // The buffer is the engine's own, and only for now.
        byte[] bytes = new byte[message.data.remaining()];
        message.data.get(bytes);
        mailbox.post(() -> heard.accept(bytes));
    }

    @Override
    public void onBufferedAmountChange(long before) {
        // Packets are small and few.
    }
}
