package dev.callsheet.twin.livekit;

import java.util.List;
import java.util.Set;
import livekit.LivekitModels.ParticipantPermission;
import livekit.LivekitModels.TrackSource;

/**
 * What an access token allows. As in LiveKit, what a token does not say of publishing, subscribing and data is allowed.
 *
 * @param room the one room it is about; empty if none
 * @param sources lower-case names of the sources that may be published; empty is all
 * @param services of {@code roomCreate}, {@code roomList}, {@code roomAdmin}, {@code roomRecord}
 */
public record Grants(
        String identity,
        String name,
        String metadata,
        String room,
        boolean join,
        boolean publish,
        boolean subscribe,
        boolean data,
        List<String> sources,
        boolean hidden,
        Set<String> services) {

    /** A viewer's: sees, hears and sends data packets; publishes nothing but a microphone. */
    static Grants viewer(String room, String identity) {
        return new Grants(identity, "", "", room, true, true, true, true, List.of("microphone"), false, Set.of());
    }

    boolean mayPublish(TrackSource source) {
        return publish && (sources.isEmpty() || sources.contains(source.name().toLowerCase(java.util.Locale.ROOT)));
    }

    ParticipantPermission permission() {
        var permission = ParticipantPermission.newBuilder()
                .setCanPublish(publish)
                .setCanSubscribe(subscribe)
                .setCanPublishData(data)
                .setHidden(hidden);
        for (TrackSource source : TrackSource.values()) {
            if (source != TrackSource.UNRECOGNIZED && !sources.isEmpty() && mayPublish(source)) {
                permission.addCanPublishSources(source);
            }
        }
        return permission.build();
    }
}
