package dev.callsheet.twin.livekit;

import dev.callsheet.twin.live.media.AvatarStream;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import org.jspecify.annotations.Nullable;

/** An avatar in a room: a participant without a connection of its own. */
record Actor(
        String sid,
        String identity,
        long joinedAtMs,
        @Nullable AvatarStream stream) {

    static Actor enters(String identity, long nowMs) {
        return new Actor(Sids.next("PA"), identity, nowMs, null);
    }

    Actor with(@Nullable AvatarStream next) {
        return new Actor(sid, identity, joinedAtMs, next);
    }

    /** One stream id for picture and voice: browsers keep what shares one in step. */
    String streamId() {
        return sid + "|avatar";
    }

    ParticipantInfo info() {
        var info = ParticipantInfo.newBuilder()
                .setSid(sid)
                .setIdentity(identity)
                .setName(identity)
                .setState(ParticipantInfo.State.ACTIVE)
                .setKind(ParticipantInfo.Kind.STANDARD)
                .setJoinedAt(joinedAtMs / 1000)
                .setJoinedAtMs(joinedAtMs)
                .setIsPublisher(stream != null)
                .setPermission(ParticipantPermission.newBuilder()
                        .setCanPublish(true)
                        .setCanPublishData(true)
                        .setCanSubscribe(true));
        if (stream != null) {
            info.addTracks(TrackInfo.newBuilder()
                    .setSid(stream.videoSid())
                    .setType(TrackType.VIDEO)
                    .setName("avatar-video")
                    .setSource(TrackSource.CAMERA)
                    .setMimeType("video/VP8")
                    .setWidth(AvatarStream.WIDTH)
                    .setHeight(AvatarStream.HEIGHT)
                    .setStream("avatar"));
            info.addTracks(TrackInfo.newBuilder()
                    .setSid(stream.audioSid())
                    .setType(TrackType.AUDIO)
                    .setName("avatar-audio")
                    .setSource(TrackSource.MICROPHONE)
                    .setMimeType("audio/opus")
                    .setStream("avatar"));
        }
        return info.build();
    }
}
