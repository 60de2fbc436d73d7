package dev.callsheet.i2v.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.contracts.CloudEvent;
import dev.callsheet.contracts.DerivedId;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.contracts.VideoRequest;
import dev.callsheet.contracts.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the pictures of a folder become: requests like any other, one for each, times the clips wanted of each. Ids come
 * from the parent and the picture's key, so that a folder that is listed again is the same requests. The parent's budget
 * is shared out, so that all children together cannot spend more; a stated seed counts up.
 */
public sealed interface FolderSplit {
    /** The events' source. */
    String SOURCE = "/i2v-worker";

    /** The extension attribute that names the request a child comes from. */
    String PARENT_ATTRIBUTE = "parentrequest";

    /** The endings by which a picture is known; whatever else lies there is left alone. */
    Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "webp", "bmp");

    /** @param events one for each child, in the order of the pictures' names */
    record Children(List<RequestId> ids, List<CloudEvent> events) implements FolderSplit {
        public Children {
            ids = List.copyOf(ids);
            events = List.copyOf(events);
        }
    }

    /** There is nothing to be made of it. */
    record Refused(String code, String message) implements FolderSplit {}

    /** Whether a key is one of a picture. */
    static boolean isPicture(String key) {
        return PICTURES.contains(key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Decides on a listing. Fewer pictures than were stated are made; more are not, because nobody has agreed to their price.
     *
     * @param keys of the pictures, in any order
     * @param most how many children one folder may have
     */
    static FolderSplit of(
            Work.Assigned work, VideoRequest request, String bucket, List<String> keys, int most, Instant now) {
        VideoRequest.Batch batch = request.batch();
        if (batch == null) {
            throw new IllegalArgumentException("request " + work.requestId() + " names no folder");
        }
        int stated = batch.count();
        int each = request.output() == null || request.output().clips() == null
                ? 1
                : request.output().clips();
        if (keys.isEmpty()) {
            return new Refused(
                    "batch.empty",
                    "no picture lies in " + batch.uri() + "; expected are files that end in "
                            + String.join(", ", PICTURES.stream().sorted().toList()));
        }
        if (keys.size() > stated) {
            return new Refused(
                    "batch.more_than_stated",
                    "batch.count: stated are " + stated + " pictures, found are " + keys.size()
                            + "; state them all, so that what they cost is decided");
        }
        if ((long) keys.size() * each > most) {
            return new Refused(
                    "batch.too_large",
                    "found are " + keys.size() + " pictures of " + each + " clips each; allowed are " + most
                            + " clips of one folder. Split it");
        }
        return children(work, request, bucket, keys.stream().sorted().toList(), each, now);
    }

    private static Children children(
            Work.Assigned work, VideoRequest request, String bucket, List<String> keys, int each, Instant now) {
        List<RequestId> ids = new ArrayList<>();
        List<CloudEvent> events = new ArrayList<>();
        TenantId tenant = work.tenant();
        for (String key : keys) {
            for (int copy = 0; copy < each; copy++) {
                String id = DerivedId.of("child", work.requestId().toString(), key, Integer.toString(copy))
                        .toString();
                RequestId child = RequestId.ofEvent(tenant, SOURCE, id);
                JsonNode document =
                        child(work.request(), request, "s3://" + bucket + "/" + key, ids.size(), keys.size() * each);
                ids.add(child);
                events.add(new CloudEvent(
                        id,
                        SOURCE,
                        VideoRequest.TYPE,
                        child.toString(),
                        now,
                        Map.of(PARENT_ATTRIBUTE, work.requestId().toString()),
                        Json.write(document)));
            }
        }
        return new Children(ids, events);
    }

    private static JsonNode child(JsonNode document, VideoRequest parent, String uri, int index, int all) {
        ObjectNode child = document.deepCopy();
        child.remove(List.of("batch", "title"));
        child.putArray("media")
                .addObject()
                .put("role", "firstFrame")
                .put("type", "image")
                .put("uri", uri);
        if (child.get("output") instanceof ObjectNode output) {
            output.remove(List.of("perImage", "clips"));
        }
        if (parent.seed() != null) {
            child.put("seed", (parent.seed() + index) & Integer.MAX_VALUE);
        }
        if (parent.budget() != null && child.get("budget") instanceof ObjectNode budget) {
            budget.put(
                    "limit",
                    BigDecimal.valueOf(parent.budget().limitMicros() / all, 6).toPlainString());
        }
        return child;
    }
}
