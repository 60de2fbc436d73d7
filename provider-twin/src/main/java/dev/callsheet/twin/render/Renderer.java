package dev.callsheet.twin.render;

import dev.callsheet.twin.StateFolder;
import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.render.domain.Drift;
import dev.callsheet.twin.render.domain.RenderOrder;
import dev.callsheet.twin.render.outbound.CameraScene;
import dev.callsheet.twin.render.outbound.Encoding;
import dev.callsheet.twin.render.outbound.FacesFolder;
import dev.callsheet.twin.render.outbound.Ffmpeg;
import dev.callsheet.twin.render.outbound.Inputs;
import dev.callsheet.twin.render.outbound.ReferenceScene;
import dev.callsheet.twin.render.outbound.Workspace;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Makes video files: H.264, 30 frames a second, marked as simulated in the picture and in the metadata. */
@ApplicationScoped
public class Renderer {

    private static final Logger LOG = Logger.getLogger(Renderer.class);

    private final Ffmpeg ffmpeg;
    private final Inputs inputs;
    private final FacesFolder faces;
    private final Drift.Rates rates;
    private final Path workFolder;
    private final Semaphore places;

    Renderer(Ffmpeg ffmpeg, Inputs inputs, FacesFolder faces, TwinSettings settings, StateFolder state) {
        this.ffmpeg = ffmpeg;
        this.inputs = inputs;
        this.faces = faces;
        this.rates = new Drift.Rates(settings.drift().bound(), settings.drift().unbound());
        this.workFolder = state.folder("work");
        this.places = new Semaphore(settings.render().processes());
    }

    @PostConstruct
    void tidy() {
        try {
            Workspace.clear(workFolder);
        } catch (IOException e) {
            LOG.warnf("files of earlier renders could not be removed: %s", e.getMessage());
        }
    }

    /**
     * Renders an order; waits for a free place and blocks for seconds. The files appear as a whole or not at all.
     *
     * @throws RenderFailure if an input cannot be fetched or read, or ffmpeg fails
     */
    public void render(RenderOrder order, Path video, Path thumbnail) throws RenderFailure, InterruptedException {
        // The place covers the drawing too: pictures in memory are what limits how many renders a small machine can
        // bear.
        places.acquire();
        try (var work = Workspace.in(workFolder)) {
            var encoding = new Encoding(work.file("clip.mp4"), order.seconds());
            switch (order) {
                case RenderOrder.ImageToVideo still -> new CameraScene(ffmpeg, inputs, work).render(still, encoding);
                case RenderOrder.ReferenceToVideo persons ->
                    new ReferenceScene(ffmpeg, inputs, faces, work).render(persons, rates, encoding);
            }
            var picture = work.file("thumbnail.jpg");
            ffmpeg.run(encoding.thumbnail(picture));
            Files.move(picture, thumbnail, StandardCopyOption.REPLACE_EXISTING);
            Files.move(encoding.file(), video, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("a render could not write its files", e);
            throw new RenderFailure("InternalError: the twin's disk failed while rendering");
        } finally {
            places.release();
        }
    }
}
