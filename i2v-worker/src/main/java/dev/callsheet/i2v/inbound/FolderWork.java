package dev.callsheet.i2v.inbound;

import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.RequestReader;
import dev.callsheet.contracts.Topics;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import dev.callsheet.corridor.EventPublisher;
import dev.callsheet.i2v.domain.Folder;
import dev.callsheet.i2v.domain.FolderSplit;
import dev.callsheet.i2v.outbound.FolderList;
import dev.callsheet.i2v.outbound.StopWishes;
import dev.callsheet.render.inbound.StoreFailed;
import dev.callsheet.render.inbound.WorkFilter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Work that names a folder: it is listed, and each picture is asked for like any request; the parent itself is not
 * rendered. The children go out before it is told that they are there; whoever dies in between does it again, and all of
 * it has the same ids.
 */
@Singleton
class FolderWork implements WorkFilter {
    private final FolderList folders;
    private final StopWishes wishes;
    private final EventPublisher publisher;
    private final int most;
    private final InstantSource clock = InstantSource.system();

    FolderWork(
            FolderList folders,
            StopWishes wishes,
            EventPublisher publisher,
            @ConfigProperty(name = "callsheet.batch.max-clips", defaultValue = "10000") int most) {
        this.folders = folders;
        this.wishes = wishes;
        this.publisher = publisher;
        this.most = most;
    }

    @Override
    public boolean handles(Work.Assigned work, @Nullable String traceparent) {
        VideoRequest request = RequestReader.read(work.request()).request();
        if (request == null || request.batch() == null) {
            return false;
        }
        Instant now = clock.instant();
        try {
            if (wishes.has(work.tenant(), work.requestId())) {
                tell(new Fact.RequestCancelled(work.requestId(), work.tenant(), 0), traceparent, now);
                return true;
            }
            switch (split(work, request, request.batch(), now)) {
                case FolderSplit.Refused(String code, String message) ->
                    tell(
                            new Fact.RequestFailed(work.requestId(), work.tenant(), code, message, 0, null),
                            traceparent,
                            now);
                case FolderSplit.Children children -> {
                    send(work, children, traceparent);
                    tell(new Fact.RequestSplit(work.requestId(), work.tenant(), children.ids()), traceparent, now);
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    private FolderSplit split(Work.Assigned work, VideoRequest request, VideoRequest.Batch batch, Instant now)
            throws IOException {
        Optional<Folder> folder = Folder.of(batch.uri(), folders.bucket(), work.tenant());
        if (folder.isEmpty()) {
            return new FolderSplit.Refused(
                    "batch.not_yours",
                    "batch.uri: found " + batch.uri() + "; allowed are folders below s3://" + folders.bucket()
                            + "/tenant/" + work.tenant() + "/media/");
        }
        // One more than either limit allows says enough.
        List<String> pictures = folders.pictures(folder.get(), Math.min(batch.count(), most) + 1);
        return FolderSplit.of(work, request, folders.bucket(), pictures, most, now);
    }

    private void send(Work.Assigned work, FolderSplit.Children children, @Nullable String traceparent) {
        String topic = Topics.requests(work.tenant());
        CompletableFuture<?>[] acks = new CompletableFuture<?>[children.ids().size()];
        for (int i = 0; i < acks.length; i++) {
            String key = children.ids().get(i).toString();
            acks[i] = publisher.send(topic, key, traced(children.events().get(i), traceparent));
        }
        publisher.flush();
        try {
            CompletableFuture.allOf(acks).join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(new IOException("not acknowledged on topic " + topic, e.getCause()));
        }
    }

    private void tell(Fact fact, @Nullable String traceparent, Instant now) {
        publisher.publish(
                Topics.FACTS, fact.aggregate().toString(), traced(fact.event(FolderSplit.SOURCE, now), traceparent));
    }

    private static CloudEvent traced(CloudEvent event, @Nullable String traceparent) {
        return traceparent == null ? event : event.with(CloudEvent.TRACEPARENT, traceparent);
    }
}
