package dev.callsheet.twin.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** An agent's connection. Identity counts: one line per connection. */
final class AgentLine implements Agent.Line {
    private static final Logger LOG = Logger.getLogger(AgentLine.class);

    private final WebSocketConnection connection;
    private final Optional<Channel> channel;
    private volatile boolean ready;
    private volatile boolean audible = true;

    /** @param channel the network connection under it, where it can be reached */
    AgentLine(WebSocketConnection connection, Optional<Channel> channel) {
        this.connection = connection;
        this.channel = channel;
    }

    /** From now on its messages count. */
    void ready() {
        ready = true;
    }

    boolean isReady() {
        return ready;
    }

    /** Until the format is announced over this line, all is silence. */
    void forgetFormat() {
        audible = false;
    }

    /** The agent says what it sends: what is not 24 kHz mono PCM is taken, and heard as silence. */
    void announce(JsonNode format) {
        audible = format.path("encoding").asText().equals("pcm_s16le")
                && format.path("sample_rate").asInt() == Playback.SAMPLE_RATE
                && format.path("channels").asInt(1) == 1;
    }

    boolean audible() {
        return audible;
    }

    /** Reads nothing for that time: the agent's messages pile up on its side. */
    void stall(Duration time) {
        channel.ifPresent(open -> {
            open.config().setAutoRead(false);
            open.eventLoop().schedule(() -> open.config().setAutoRead(true), time.toMillis(), TimeUnit.MILLISECONDS);
        });
        LiveFaults.hold(time);
    }

    @Override
    public void send(String message) {
        connection.sendText(message).subscribe().with(sent -> {}, lost -> LOG.debug("the agent is gone"));
    }

    @Override
    public void close(int code, String reason) {
        connection
                .close(new CloseReason(code, reason))
                .subscribe()
                .with(closed -> {}, lost -> LOG.debug("the agent is gone"));
    }

    @Override
    public void cut() {
        channel.ifPresentOrElse(AgentLine::reset, () -> close(1011, ""));
    }

    /** Below all handlers: a close that passes them sends the WebSocket's farewell first. */
    private static void reset(Channel open) {
        open.eventLoop().execute(() -> {
            open.config().setOption(ChannelOption.SO_LINGER, 0);
            open.unsafe().close(open.unsafe().voidPromise());
        });
    }
}
