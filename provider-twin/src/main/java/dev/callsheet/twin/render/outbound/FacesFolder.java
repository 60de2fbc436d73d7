package dev.callsheet.twin.render.outbound;

import dev.callsheet.twin.TwinSettings;
import dev.callsheet.twin.render.RenderFailure;
import dev.callsheet.twin.render.domain.Chance;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where the other person of a drifting clip comes from. */
@ApplicationScoped
public class FacesFolder {

    private static final Logger LOG = Logger.getLogger(FacesFolder.class);

    /** Pixels that a person is worth: more would only cost memory. */
    static final int LONGEST_SIDE = 1440;

    private final Optional<Path> folder;
    private final Inputs inputs;

    FacesFolder(TwinSettings settings, Inputs inputs) {
        this.folder = settings.facesDir();
        this.inputs = inputs;
    }

    /**
     * A photograph from the folder that is none of the references, chosen by the seed; a drawn face if there is none.
     */
    BufferedImage someoneElse(long seed, List<BufferedImage> references, Workspace work) throws InterruptedException {
        var known = references.stream().map(Likeness::of).toList();
        var candidates = photographs();
        var random = Chance.of(seed, "someone else");
        while (!candidates.isEmpty()) {
            var file = candidates.remove(random.nextInt(candidates.size()));
            try {
                var picture = inputs.still(file, "face", LONGEST_SIDE, work).image();
                if (known.stream().noneMatch(Likeness.of(picture)::isSamePhotograph)) {
                    return picture;
                }
            } catch (RenderFailure _) {
                LOG.warnf("skipped %s: not a picture", file.getFileName());
            }
        }
        return DrawnFace.paint(random);
    }

    private List<Path> photographs() {
        if (folder.isEmpty()) {
            return new ArrayList<>();
        }
        try (var files = Files.list(folder.get())) {
            return new ArrayList<>(files.filter(FacesFolder::isPicture).sorted().toList());
        } catch (IOException _) {
            LOG.warnf("twin.faces-dir cannot be read: %s", folder.get());
            return new ArrayList<>();
        }
    }

    private static boolean isPicture(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|webp|bmp)");
    }
}
