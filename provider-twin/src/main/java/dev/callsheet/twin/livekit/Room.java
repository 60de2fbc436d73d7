package dev.callsheet.twin.livekit;

import dev.callsheet.twin.live.media.AvatarStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import livekit.LivekitModels;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;

/**
 * One room: avatars that publish from here, and guests that came by a socket. Everybody hears of everybody, in one order.
 * Thread-safe.
 */
public final class Room {
    private final String sid = Sids.next("RM");
    private final String name;
    private final RoomTerms terms;
    private final Clock clock;
    private final long createdAtMs;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final Map<String, Guest> guests = new LinkedHashMap<>();
    private final DataTopics topics = new DataTopics();
    private final List<IntConsumer> counters = new CopyOnWriteArrayList<>();
    private String metadata;
    private long emptySinceMs;
    private boolean joined;

    Room(String name, String metadata, RoomTerms terms, Clock clock) {
        this.name = name;
        this.metadata = metadata;
        this.terms = terms;
        this.clock = clock;
        this.createdAtMs = clock.millis();
        this.emptySinceMs = createdAtMs;
    }

    public String name() {
        return name;
    }

    /** Lets an avatar in with picture and voice; a stream it had before is taken away. */
    public synchronized void publish(String identity, AvatarStream stream) {
        unpublish(identity);
        var actor = actors.computeIfAbsent(identity, id -> Actor.enters(id, clock.millis()))
                .with(stream);
        actors.put(identity, actor);
        joined = true;
        broadcast(Signals.update(actor.info()));
        guests.values().forEach(guest -> guest.show(actor));
    }

    /** Takes the avatar's picture and voice away; it stays in the room. */
    public synchronized void unpublish(String identity) {
        var actor = actors.get(identity);
        if (actor == null || actor.stream() == null) {
            return;
        }
        var stream = actor.stream();
        var silent = actor.with(null);
        actors.put(identity, silent);
        guests.values().forEach(guest -> guest.hide(stream));
        broadcast(Signals.update(silent.info()));
    }

    /** Takes an avatar out of the room; anybody else is not meant. Before its stream is closed. */
    public synchronized void leave(String identity) {
        unpublish(identity);
        var actor = actors.remove(identity);
        if (actor != null) {
            broadcast(Signals.gone(actor.info()));
            noteEmptiness();
        }
    }

    /** Sends a reliable data packet to all guests. */
    public void send(String fromIdentity, String topic, byte[] payload) {
        String from;
        synchronized (this) {
            var actor = actors.get(fromIdentity);
            from = actor == null ? "" : actor.sid();
        }
        deliver(Signals.data(fromIdentity, from, topic, payload), null);
    }

    /** Hears the data packets of guests with this topic: sender's identity and payload, in each sender's order. */
    public AutoCloseable onData(String topic, BiConsumer<String, byte[]> handler) {
        return topics.add(topic, handler);
    }

    /** Is told how many guests there are, at each change, on any thread: hand it on. */
    public AutoCloseable onViewers(IntConsumer count) {
        counters.add(count);
        return () -> counters.remove(count);
    }

    /** How many guests are in the room. */
    public synchronized int viewers() {
        return guests.size();
    }

    /** Welcomes a guest; an older one of its identity is sent away. */
    void enter(Guest guest, Guest.Line line) {
        synchronized (this) {
            var older = guests.get(guest.identity());
            if (older != null) {
                remove(older, Signals.leave(DisconnectReason.DUPLICATE_IDENTITY, false));
            }
            var others = participants();
            guests.put(guest.identity(), guest);
            joined = true;
            guest.connect(line, Signals.joined(info(), guest.info(), others));
            tellOthers(guest, Signals.update(guest.info()));
            guest.start();
            actors.values().forEach(guest::show);
        }
        count();
    }

    /** Takes a guest out, with a last word if there is one; nothing if it is out already. */
    void exit(Guest guest, @Nullable SignalResponse goodbye) {
        boolean left;
        synchronized (this) {
            left = remove(guest, goodbye);
        }
        if (left) {
            count();
        }
    }

    /** The guest's own changes, for the others. */
    synchronized void changed(Guest guest) {
        tellOthers(guest, Signals.update(guest.info()));
    }

    /** A packet of a guest: to those that it names, or to all others; and to who listens here. */
    void heard(Guest from, DataPacket packet) {
        if (!from.grants().data()) {
            return;
        }
        var signed = packet.toBuilder()
                .setParticipantIdentity(from.identity())
                .setParticipantSid(from.sid())
                .build();
        deliver(signed, from);
        if (signed.hasUser()) {
            topics.tell(from.identity(), signed.getUser());
        }
    }

    /** To its destinations, or to all guests but its sender. */
    void deliver(DataPacket packet, @Nullable Guest from) {
        Collection<String> to = packet.getDestinationIdentitiesList();
        List<Guest> receivers;
        synchronized (this) {
            receivers = new ArrayList<>(guests.values());
        }
        receivers.removeIf(guest -> guest == from || !to.isEmpty() && !to.contains(guest.identity()));
        receivers.forEach(guest -> guest.send(packet));
    }

    synchronized void describe(String next) {
        metadata = next;
        broadcast(Signals.room(info()));
    }

    synchronized LivekitModels.Room info() {
        return LivekitModels.Room.newBuilder()
                .setSid(sid)
                .setName(name)
                .setMetadata(metadata)
                .setEmptyTimeout((int) terms.empty().toSeconds())
                .setDepartureTimeout((int) terms.departure().toSeconds())
                .setMaxParticipants(terms.mostParticipants())
                .setCreationTime(createdAtMs / 1000)
                .setCreationTimeMs(createdAtMs)
                .setNumParticipants(actors.size() + guests.size())
                .setNumPublishers((int) actors.values().stream()
                        .filter(actor -> actor.stream() != null)
                        .count())
                .build();
    }

    synchronized List<ParticipantInfo> participants() {
        var all = new ArrayList<ParticipantInfo>();
        actors.values().forEach(actor -> all.add(actor.info()));
        guests.values().stream().filter(guest -> !guest.grants().hidden()).forEach(guest -> all.add(guest.info()));
        return all;
    }

    synchronized List<Guest> guests() {
        return List.copyOf(guests.values());
    }

    synchronized boolean full() {
        return terms.mostParticipants() > 0 && actors.size() + guests.size() >= terms.mostParticipants();
    }

    /** True if nobody has been here for as long as the room's terms allow. */
    synchronized boolean deserted() {
        var patience = joined ? terms.departure() : terms.empty();
        return actors.isEmpty() && guests.isEmpty() && clock.millis() - emptySinceMs >= patience.toMillis();
    }

    private boolean remove(Guest guest, @Nullable SignalResponse goodbye) {
        if (!guests.remove(guest.identity(), guest)) {
            return false;
        }
        guest.close(goodbye);
        tellOthers(guest, Signals.gone(guest.info()));
        noteEmptiness();
        return true;
    }

    private void noteEmptiness() {
        emptySinceMs = clock.millis();
    }

    private void broadcast(SignalResponse message) {
        guests.values().forEach(guest -> guest.tell(message));
    }

    private void tellOthers(Guest about, SignalResponse message) {
        if (!about.grants().hidden()) {
            guests.values().stream().filter(guest -> guest != about).forEach(guest -> guest.tell(message));
        }
    }

    private void count() {
        int now = viewers();
        counters.forEach(counter -> counter.accept(now));
    }
}
