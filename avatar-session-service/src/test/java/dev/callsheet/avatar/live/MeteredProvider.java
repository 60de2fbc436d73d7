package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Broadcast;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.RoomPlace;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.Media;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A provider whose meter goes by a clock: a credit for each minute that begins. */
final class MeteredProvider implements AvatarProvider {
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Consumer<AvatarEvent>> listeners = new LinkedHashMap<>();
    private final Clock clock;
    volatile int seats = Integer.MAX_VALUE;
    volatile OptionalLong credits = OptionalLong.empty();
    /** After which a session is ended although more was asked for; null: as asked. */
    volatile @Nullable Duration clamp;
    /** A start works, but its answer does not come. */
    volatile boolean loseAnswers;
    /** The line opens, and comes to stand at once. */
    volatile boolean connects = true;

    int most;

    MeteredProvider(Clock clock) {
        this.clock = clock;
    }

    private static final class Run {
        final Duration length;

        @Nullable
        Instant since;

        @Nullable
        Instant until;

        @Nullable
        String reason;

        Run(Duration length) {
            this.length = length;
        }
    }

    @Override
    public synchronized Ticket prepare(SessionOrder order, Duration length, @Nullable RoomPlace place) {
        String id = "p-" + (runs.size() + 1);
        runs.put(id, new Run(clamp == null || clamp.compareTo(length) > 0 ? length : clamp));
        return new Ticket(id, "secret");
    }

    @Override
    public synchronized Broadcast start(Ticket ticket) {
        tick();
        if (active().size() >= seats) {
            throw new ProviderTrouble.Refused("provider.busy", "Session concurrency limit reached");
        }
        var run = Objects.requireNonNull(runs.get(ticket.providerId()));
        if (run.since != null || run.until != null) {
            throw new ProviderTrouble.Refused("provider.refused", "The token was used");
        }
        run.since = clock.instant();
        most = Math.max(most, active().size());
        if (loseAnswers) {
            throw new ProviderTrouble.Unclear("the answer was lost");
        }
        return new Broadcast(ticket.providerId(), "ws://" + ticket.providerId(), new Media.None(), null);
    }

    @Override
    public void keepAlive(String providerId) {}

    @Override
    public synchronized void stop(String providerId, String reason) {
        tick();
        end(Objects.requireNonNull(runs.get(providerId)), clock.instant(), "USER_CLOSED");
    }

    @Override
    public synchronized Optional<Meter> meter(String providerId) {
        tick();
        return Optional.ofNullable(runs.get(providerId))
                .map(run -> new Meter(run.until == null, credits(run), ran(run), run.reason));
    }

    @Override
    public synchronized List<String> active() {
        return runs.entrySet().stream()
                .filter(e -> e.getValue().since != null && e.getValue().until == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public OptionalLong credits() {
        return credits;
    }

    @Override
    public AvatarLine connect(Broadcast broadcast, Consumer<AvatarEvent> listener) {
        listeners.put(broadcast.providerId(), listener);
        if (connects) {
            listener.accept(new AvatarEvent.Connected());
        }
        return new Silence();
    }

    /** What all sessions have cost so far. */
    synchronized long charged() {
        tick();
        return runs.values().stream().mapToLong(this::credits).sum();
    }

    /** Sessions that have reached the end of their time end; returns which. */
    synchronized List<String> tick() {
        return runs.entrySet().stream()
                .filter(e -> {
                    var run = e.getValue();
                    var since = run.since;
                    if (since == null || run.until != null || clock.instant().isBefore(since.plus(run.length))) {
                        return false;
                    }
                    end(run, since.plus(run.length), "MAX_DURATION_REACHED");
                    return true;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    void tell(String providerId, AvatarEvent event) {
        Objects.requireNonNull(listeners.get(providerId)).accept(event);
    }

    /** A session that was ended runs all the same. */
    synchronized void wake(String providerId) {
        var run = Objects.requireNonNull(runs.get(providerId));
        run.until = null;
        run.reason = null;
    }

    /** The session dies. */
    synchronized void crash(String providerId) {
        end(Objects.requireNonNull(runs.get(providerId)), clock.instant(), "SERVER_ERROR");
    }

    private static void end(Run run, Instant at, String reason) {
        // What was never started is not ended either: its token stays good.
        if (run.until == null && run.since != null) {
            run.until = at;
            run.reason = reason;
        }
    }

    private long credits(Run run) {
        return run.since == null ? 0 : Math.max(1, Math.ceilDiv(ran(run).toMillis(), 60_000));
    }

    private Duration ran(Run run) {
        return run.since == null
                ? Duration.ZERO
                : Duration.between(run.since, run.until == null ? clock.instant() : run.until);
    }

    private static final class Silence implements AvatarLine {
        @Override
        public void speak(String utterance, byte[] pcm) {}

        @Override
        public void speakEnd(String utterance) {}

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
    }
}
