package dev.callsheet.twin.live;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The network connections under the agents' WebSockets: a cable can be pulled only below the protocol. */
@ApplicationScoped
public class Upgrades implements HttpUpgradeCheck {
    private static final String KEY = "Sec-WebSocket-Key";

    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        @Nullable String key = context.httpRequest().getHeader(KEY);
        if (key != null && context.httpRequest().connection() instanceof ConnectionBase connection) {
            channels.put(key, connection.channel());
            connection.channel().closeFuture().addListener(closed -> channels.remove(key));
        }
        return CheckResult.permitUpgrade();
    }

    /** The channel under this WebSocket. */
    Optional<Channel> under(WebSocketConnection connection) {
        @Nullable String key = connection.handshakeRequest().header(KEY);
        return Optional.ofNullable(key).map(channels::get);
    }
}
