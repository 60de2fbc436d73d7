package dev.callsheet.twin.queue;

import dev.callsheet.twin.StateFolder;
import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.queue.domain.Job;
import dev.callsheet.twin.render.RenderFailure;
import dev.callsheet.twin.render.Renderer;
import dev.callsheet.twin.render.domain.FreeBox;
import dev.callsheet.twin.render.domain.Ratio;
import dev.callsheet.twin.render.domain.RenderOrder;
import dev.callsheet.twin.render.outbound.BlankPicture;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One clip for each resolution, shape and length, rendered once and kept; a job's own clip is that one and a box with the
 * job's id. For runs with thousands of jobs, where nobody looks at the pictures. Thread-safe.
 */
@ApplicationScoped
public class CannedClips {

    private static final Ratio WIDE = new Ratio(16, 9);

    private final Renderer renderer;
    private final Path folder;
    private final boolean enabled;
    private final Map<String, byte[]> clips = new ConcurrentHashMap<>();

    CannedClips(Renderer renderer, StateFolder state, TwinSettings settings) {
        this.renderer = renderer;
        this.folder = state.folder("canned");
        this.enabled = settings.render().canned();
    }

    /** True if jobs get canned clips. */
    public boolean enabled() {
        return enabled;
    }

    /** Renders the clip for orders like this one, if there is none yet; blocks for seconds then. */
    public void prepare(RenderOrder order) throws RenderFailure, InterruptedException {
        var key = key(order);
        if (clips.containsKey(key)) {
            return;
        }
        synchronized (this) {
            var clip = folder.resolve(key + ".mp4");
            if (!Files.exists(clip)) {
                renderer.render(blank(order), clip, folder.resolve(key + ".jpg"));
            }
            clips.put(key, read(clip));
        }
    }

    /** The whole clip of a job, or empty if its clip is not a canned one. */
    public Optional<byte[]> clip(Job job) {
        var key = key(Orders.order(job, address -> address));
        var clip = folder.resolve(key + ".mp4");
        return clips.containsKey(key) || Files.exists(clip)
                ? Optional.of(FreeBox.append(clips.computeIfAbsent(key, _ -> read(clip)), job.id()))
                : Optional.empty();
    }

    /** The thumbnail of a job, or empty if its clip is not a canned one. */
    public Optional<Path> thumbnail(Job job) {
        return Optional.of(folder.resolve(key(Orders.order(job, address -> address)) + ".jpg"))
                .filter(Files::isRegularFile);
    }

    private RenderOrder blank(RenderOrder order) {
        var picture = BlankPicture.write(
                folder.resolve(key(order) + ".png"), order.resolution().frame(ratio(order)));
        return new RenderOrder.ImageToVideo(
                "static shot",
                Optional.of(picture.toUri()),
                Optional.<URI>empty(),
                Optional.<URI>empty(),
                order.resolution(),
                order.seconds(),
                order.seed());
    }

    private static Ratio ratio(RenderOrder order) {
        return switch (order) {
            case RenderOrder.ImageToVideo _ -> WIDE;
            case RenderOrder.ReferenceToVideo persons -> persons.ratio();
        };
    }

    private static String key(RenderOrder order) {
        var size = order.resolution().frame(ratio(order));
        return size.width() + "x" + size.height() + "-" + order.seconds() + "s";
    }

    private static byte[] read(Path clip) {
        try {
            return Files.readAllBytes(clip);
        } catch (IOException e) {
            throw new UncheckedIOException("the canned clip cannot be read", e);
        }
    }
}
