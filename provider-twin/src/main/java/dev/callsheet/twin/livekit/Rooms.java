package dev.callsheet.twin.livekit;

import dev.callsheet.twin.live.media.MediaEngine;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.DisconnectReason;
import org.jboss.logging.Logger;

/** All rooms, and who may come into them. Thread-safe. */
@ApplicationScoped
public class Rooms {
    private static final Logger LOG = Logger.getLogger(Rooms.class);
    private static final long REFRESH_MINUTES = 5;

    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private final List<Consumer<String>> closings = new CopyOnWriteArrayList<>();
    private final LiveKitSettings settings;
    private final AccessTokens tokens;
    private final MediaEngine media;
    private final Clock clock;
    private final ScheduledExecutorService caretaker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rooms").factory());

    Rooms(LiveKitSettings settings, AccessTokens tokens, MediaEngine media, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.media = media;
        this.clock = clock;
    }

    /** A place in a room, as a token gives it. */
    public record Seat(Room room, String identity) {}

    /** The token does not allow that, or is none. */
    public static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAllowed(String message) {
            super(message);
        }
    }

    @PostConstruct
    void run() {
        caretaker.scheduleAtFixedRate(this::closeDeserted, 1, 1, TimeUnit.SECONDS);
        caretaker.scheduleAtFixedRate(this::refreshTokens, REFRESH_MINUTES, REFRESH_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        caretaker.shutdownNow();
        rooms.keySet().forEach(name -> close(name, DisconnectReason.SERVER_SHUTDOWN));
    }

    /** The room of this name, made if there is none. */
    public Room open(String name) {
        return open(name, "", new RoomTerms(settings.emptyTimeout(), settings.departureTimeout(), 0));
    }

    /** The room of this name; an open one keeps the terms it has. */
    Room open(String name, String metadata, RoomTerms terms) {
        return rooms.computeIfAbsent(name, key -> new Room(key, metadata, terms, clock));
    }

    /** The open room of this name. */
    public Optional<Room> find(String name) {
        return Optional.ofNullable(rooms.get(name));
    }

    /** Sends everybody away and forgets the room; an unknown name is ignored. */
    public void close(String name) {
        close(name, DisconnectReason.ROOM_DELETED);
    }

    /** A viewer's token: sees and hears, sends data packets, publishes a microphone and nothing else. */
    public String token(String room, String identity) {
        return tokens.issue(Grants.viewer(room, identity), settings.tokenLifetime());
    }

    /**
     * The place that a token gives to who wants to publish.
     *
     * @throws NotAllowed if the token is not ours, is over, or is not for publishing in a room
     */
    public Seat seat(String token) {
        var grants = tokens.read(token).orElseThrow(() -> new NotAllowed("invalid token"));
        if (!grants.join()
                || !grants.publish()
                || grants.room().isEmpty()
                || grants.identity().isEmpty()) {
            throw new NotAllowed("the token does not allow to join a room and publish in it");
        }
        return new Seat(open(grants.room()), grants.identity());
    }

    LiveKitSettings settings() {
        return settings;
    }

    List<Room> all() {
        return List.copyOf(rooms.values());
    }

    /** Is told the name of each room that is closed. */
    void onClose(Consumer<String> closing) {
        closings.add(closing);
    }

    /** A guest of this room, not in it yet; empty on a machine without media. */
    Optional<Guest> guest(Room room, Grants grants) {
        return Guest.of(grants, clock.millis(), media, new Guest.Events() {
            @Override
            public void packet(Guest from, DataPacket packet) {
                room.heard(from, packet);
            }

            @Override
            public void lost(Guest which) {
                room.exit(which, Signals.leave(DisconnectReason.CONNECTION_TIMEOUT, true));
            }
        });
    }

    /** The guest with this sid whose socket is away, if it is still kept. */
    Optional<Guest> absent(Room room, String sid) {
        return room.guests().stream().filter(guest -> guest.sid().equals(sid)).findFirst();
    }

    /** Lets a guest go whose socket is not back in time. */
    void expect(Room room, Guest guest) {
        caretaker.schedule(
                () -> {
                    if (guest.away()) {
                        room.exit(guest, null);
                    }
                },
                settings.resumeWindow().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void close(String name, DisconnectReason why) {
        var room = rooms.remove(name);
        if (room != null) {
            room.guests().forEach(guest -> room.exit(guest, Signals.leave(why, false)));
            closings.forEach(closing -> closing.accept(name));
        }
    }

    private void closeDeserted() {
        try {
            rooms.values().stream().filter(Room::deserted).map(Room::name).forEach(this::close);
        } catch (RuntimeException e) {
            LOG.error("a room could not be closed", e);
        }
    }

    private void refreshTokens() {
        for (Room room : rooms.values()) {
            room.guests().forEach(guest -> guest.tell(refreshed(guest)));
        }
    }

    /** A new token with the same grants: who is in the room can come back after the first one's end. */
    livekit.LivekitRtc.SignalResponse refreshed(Guest guest) {
        return Signals.token(tokens.issue(guest.grants(), settings.tokenLifetime()));
    }
}
