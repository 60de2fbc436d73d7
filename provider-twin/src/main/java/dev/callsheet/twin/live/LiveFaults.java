package dev.callsheet.twin.live;

import dev.callsheet.twin.queue.domain.fault.Blows;
import dev.callsheet.twin.queue.domain.fault.Call;
import dev.callsheet.twin.queue.domain.fault.Door;
import dev.callsheet.twin.queue.domain.fault.FaultBoard;
import dev.callsheet.twin.queue.domain.fault.LiveFault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What goes wrong with calls of live sessions, as ordered at the twin's fault doors. */
@ApplicationScoped
public class LiveFaults {
    private final FaultBoard board;
    private final Clock clock;

    LiveFaults(FaultBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /** What strikes this call, if anything does. */
    Optional<Blows.Hit<LiveFault>> at(Door door, LiveSession session) {
        var order = session.order();
        return board.strike(
                        Call.live(door, order.mode().product(), order.avatarId() + " " + session.id()), clock.instant())
                .first(LiveFault.class);
    }

    /** What strikes a call that is about no single session. */
    boolean atReading() {
        return board.strike(Call.at(Door.LIVE_READ, ""), clock.instant())
                .first(LiveFault.class)
                .isPresent();
    }

    /** Cuts the connection. Waited for: otherwise an answer could still win the race. */
    static void cut(HttpServerRequest request) {
        request.connection().close().toCompletionStage().toCompletableFuture().join();
    }

    /** Lets time go by. */
    static void hold(Duration time) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
