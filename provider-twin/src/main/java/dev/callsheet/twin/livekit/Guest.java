package dev.callsheet.twin.livekit;

import dev.callsheet.twin.live.media.AvatarStream;
import dev.callsheet.twin.live.media.Downlink;
import dev.callsheet.twin.live.media.MediaEngine;
import dev.callsheet.twin.live.media.Uplink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livekit.LivekitModels.DataPacket;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.TrackPublishedResponse;
import org.jspecify.annotations.Nullable;

/**
 * A participant that came by a socket. What is to be told while its socket is away waits until it is back. Thread-safe;
 * knows nothing of the room.
 */
final class Guest {
    private final String sid = Sids.next("PA");
    private final Grants grants;
    private final long joinedAtMs;
    private final Downlink downlink;
    private final Uplink uplink;
    private final Deque<SignalResponse> waiting = new ArrayDeque<>();
    private final List<TrackInfo> tracks = new ArrayList<>();
    private @Nullable Line line;

    private Guest(Grants grants, long nowMs, Downlink downlink, Uplink uplink) {
        this.grants = grants;
        this.joinedAtMs = nowMs;
        this.downlink = downlink;
        this.uplink = uplink;
    }

    /** The socket to the guest's client. */
    interface Line {
        void send(SignalResponse message);

        void close();
    }

    /** What the guest's connections tell, on threads of theirs. */
    interface Events {
        void packet(Guest from, DataPacket packet);

        /** The media is gone, and the guest with it. */
        void lost(Guest which);
    }

    /** Empty on a machine without media: a room in which nothing can be seen would only keep clients waiting. */
    static Optional<Guest> of(Grants grants, long nowMs, MediaEngine media, Events events) {
        var wires = new Wires(events);
        var downlink = media.downlink(wires);
        var uplink = media.uplink(wires::heard);
        if (downlink.isEmpty() || uplink.isEmpty()) {
            return Optional.empty();
        }
        var guest = new Guest(grants, nowMs, downlink.get(), uplink.get());
        wires.guest = guest;
        return Optional.of(guest);
    }

    String sid() {
        return sid;
    }

    String identity() {
        return grants.identity();
    }

    Grants grants() {
        return grants;
    }

    synchronized ParticipantInfo info() {
        return ParticipantInfo.newBuilder()
                .setSid(sid)
                .setIdentity(grants.identity())
                .setName(grants.name())
                .setMetadata(grants.metadata())
                .setState(ParticipantInfo.State.ACTIVE)
                .setKind(ParticipantInfo.Kind.STANDARD)
                .setJoinedAt(joinedAtMs / 1000)
                .setJoinedAtMs(joinedAtMs)
                .setIsPublisher(!tracks.isEmpty())
                .setPermission(grants.permission())
                .addAllTracks(tracks)
                .build();
    }

    /** Takes this line; {@code first} goes before all that waited. */
    synchronized void connect(Line next, SignalResponse first) {
        var older = line;
        line = next;
        if (older != null) {
            older.close();
        }
        next.send(first);
        while (!waiting.isEmpty()) {
            next.send(waiting.removeFirst());
        }
    }

    /** True if this was the line; the guest may come back. */
    synchronized boolean disconnect(Line which) {
        if (line != which) {
            return false;
        }
        line = null;
        return true;
    }

    synchronized boolean away() {
        return line == null;
    }

    synchronized void tell(SignalResponse message) {
        if (line != null) {
            line.send(message);
        } else {
            waiting.addLast(message);
        }
    }

    /** Adds an avatar to what the guest sees, if it may see. */
    void show(Actor actor) {
        AvatarStream stream = actor.stream();
        if (grants.subscribe() && stream != null) {
            downlink.show(stream, actor.streamId());
        }
    }

    void hide(AvatarStream stream) {
        downlink.hide(stream);
    }

    /** Begins to connect; before anything is shown. */
    void start() {
        downlink.start();
    }

    void send(DataPacket packet) {
        downlink.send(packet.toByteArray());
    }

    void answered(String sdp, int id) {
        downlink.answered(sdp, id);
    }

    void offered(String sdp, int id) {
        uplink.offered(sdp, answer -> tell(Signals.answer(answer, id)));
    }

    /** Takes the announcement of a track and gives its id; what comes of it is not forwarded. */
    void publishes(AddTrackRequest request) {
        var track = TrackInfo.newBuilder()
                .setSid(Sids.next("TR"))
                .setType(request.getType())
                .setName(request.getName())
                .setSource(request.getSource())
                .setMuted(request.getMuted())
                .setMimeType("audio/opus")
                .build();
        synchronized (this) {
            tracks.add(track);
        }
        tell(SignalResponse.newBuilder()
                .setTrackPublished(TrackPublishedResponse.newBuilder()
                        .setCid(request.getCid())
                        .setTrack(track))
                .build());
    }

    synchronized void mutes(String trackSid, boolean muted) {
        tracks.replaceAll(track -> track.getSid().equals(trackSid)
                ? track.toBuilder().setMuted(muted).build()
                : track);
    }

    /** Ends the media and the socket; {@code goodbye} is said first, if there is one and a line to say it on. */
    void close(@Nullable SignalResponse goodbye) {
        synchronized (this) {
            if (line != null) {
                if (goodbye != null) {
                    line.send(goodbye);
                }
                line.close();
                line = null;
            }
            waiting.clear();
        }
        downlink.close();
        uplink.close();
    }

    /** From the media connections, which are made before the guest, to the guest. */
    private static final class Wires implements Downlink.Signals {
        private final Events events;
        private volatile @Nullable Guest guest;

        Wires(Events events) {
            this.events = events;
        }

        @Override
        public void offer(String sdp, int id, Map<String, String> tracks) {
            var to = guest;
            if (to != null) {
                to.tell(Signals.offer(sdp, id, tracks));
            }
        }

        @Override
        public void connected() {
            // The client sees for itself.
        }

        @Override
        public void lost() {
            var which = guest;
            if (which != null) {
                // The engine's own thread must not wait for what closing does.
                Thread.startVirtualThread(() -> events.lost(which));
            }
        }

        void heard(byte[] bytes) {
            var from = guest;
            if (from == null) {
                return;
            }
            try {
                events.packet(from, DataPacket.parseFrom(bytes));
            } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                // As LiveKit: what is no packet is dropped.
            }
        }
    }
}
