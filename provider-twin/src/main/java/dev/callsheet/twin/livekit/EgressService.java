package dev.callsheet.twin.livekit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;
import livekit.LivekitEgress.StreamInfo;

/** {@code livekit.Egress} by its books alone: what was ordered is written down and listed, no picture goes anywhere. */
@Singleton
class EgressService {
    private static final String RECORD = "roomRecord";

    private final Rooms rooms;
    private final Clock clock;
    private final Map<String, EgressInfo> books = new LinkedHashMap<>();

    EgressService(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
        rooms.onClose(this::endOf);
    }

    Map<String, TwirpMethod<?>> methods() {
        return Map.of(
                "livekit.Egress/StartRoomCompositeEgress",
                TwirpMethod.anywhere(RoomCompositeEgressRequest.getDefaultInstance(), RECORD, this::start),
                "livekit.Egress/StopEgress",
                TwirpMethod.anywhere(StopEgressRequest.getDefaultInstance(), RECORD, this::stop),
                "livekit.Egress/ListEgress",
                TwirpMethod.anywhere(ListEgressRequest.getDefaultInstance(), RECORD, this::list));
    }

    private synchronized EgressInfo start(RoomCompositeEgressRequest request) {
        var room = rooms.find(request.getRoomName()).orElseThrow(() -> TwirpTrouble.notFound("room"));
        var urls = request.getStreamOutputsList().stream()
                .flatMap(output -> output.getUrlsList().stream())
                .toList();
        if (urls.stream().anyMatch(url -> !url.startsWith("rtmp://") && !url.startsWith("rtmps://"))) {
            throw TwirpTrouble.invalid("stream url must begin with rtmp:// or rtmps://");
        }
        if (urls.isEmpty() && request.getFileOutputsCount() == 0 && request.getSegmentOutputsCount() == 0) {
            throw TwirpTrouble.invalid("no outputs");
        }
        long now = nanos();
        var info = EgressInfo.newBuilder()
                .setEgressId(Sids.next("EG"))
                .setRoomId(room.info().getSid())
                .setRoomName(room.name())
                .setStatus(EgressStatus.EGRESS_ACTIVE)
                .setStartedAt(now)
                .setUpdatedAt(now)
                .setRoomComposite(request);
        urls.forEach(url -> info.addStreamResults(
                StreamInfo.newBuilder().setUrl(url).setStartedAt(now).setStatus(StreamInfo.Status.ACTIVE)));
        request.getFileOutputsList()
                .forEach(file -> info.addFileResults(
                        FileInfo.newBuilder().setFilename(file.getFilepath()).setStartedAt(now)));
        books.put(info.getEgressId(), info.build());
        return info.build();
    }

    private synchronized EgressInfo stop(StopEgressRequest request) {
        var info = books.get(request.getEgressId());
        if (info == null) {
            throw TwirpTrouble.notFound("egress");
        }
        if (!runs(info)) {
            throw new TwirpTrouble(
                    TwirpTrouble.Code.FAILED_PRECONDITION,
                    "egress with status " + info.getStatus() + " cannot be stopped");
        }
        return end(info);
    }

    private synchronized ListEgressResponse list(ListEgressRequest request) {
        List<EgressInfo> found = books.values().stream()
                .filter(info ->
                        request.getRoomName().isEmpty() || info.getRoomName().equals(request.getRoomName()))
                .filter(info ->
                        request.getEgressId().isEmpty() || info.getEgressId().equals(request.getEgressId()))
                .filter(info -> !request.getActive() || runs(info))
                .toList();
        return ListEgressResponse.newBuilder().addAllItems(found).build();
    }

    private synchronized void endOf(String room) {
        books.values().stream()
                .filter(info -> info.getRoomName().equals(room) && runs(info))
                .toList()
                .forEach(this::end);
    }

    private EgressInfo end(EgressInfo info) {
        long now = nanos();
        var ended = info.toBuilder()
                .setStatus(EgressStatus.EGRESS_COMPLETE)
                .setEndedAt(now)
                .setUpdatedAt(now);
        ended.getStreamResultsBuilderList()
                .forEach(stream -> stream.setStatus(StreamInfo.Status.FINISHED).setEndedAt(now));
        ended.getFileResultsBuilderList().forEach(file -> file.setEndedAt(now));
        books.put(info.getEgressId(), ended.build());
        return ended.build();
    }

    private static boolean runs(EgressInfo info) {
        return info.getStatus() == EgressStatus.EGRESS_STARTING || info.getStatus() == EgressStatus.EGRESS_ACTIVE;
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
