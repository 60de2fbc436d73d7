package dev.callsheet.identity.measure;

import dev.callsheet.identity.clip.Footage;
import dev.callsheet.identity.clip.Frame;
import dev.callsheet.identity.clip.Survey;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceChip;
import dev.callsheet.identity.face.FaceQuality;
import dev.callsheet.identity.face.Faces;
import dev.callsheet.identity.picture.PerceptualHash;
import dev.callsheet.identity.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at frames of one clip and notes whom it sees. Used by one thread. */
final class Scout {
    /** Bounds the work on a crowd; the largest are kept. */
    private static final int MOST_FACES = 12;

    private final Faces faces;
    private final Limits limits;
    private final int expected;
    private final List<Integer> cuts;

    Scout(Faces faces, Limits limits, int expected, Survey survey) {
        this.faces = faces;
        this.limits = limits;
        this.expected = expected;
        this.cuts = survey.cuts();
    }

    /** Notes what is seen in these frames. @param also is shown each frame too */
    List<Sighting> look(Footage footage, List<Integer> chosen, boolean refined, Consumer<Frame> also) {
        List<Sighting> seen = new ArrayList<>();
        footage.frames(chosen, frame -> {
            seen.add(sighting(frame, refined));
            also.accept(frame);
        });
        return seen;
    }

    private Sighting sighting(Frame frame, boolean refined) {
        int shot = (int) cuts.stream().filter(cut -> cut <= frame.index()).count();
        Picture picture = frame.picture();
        List<Sighting.Seen> people = new ArrayList<>();
        if (expected > 0) {
            faces.detect(picture, expected).stream()
                    .sorted(Comparator.comparingDouble(
                            (Face face) -> -face.box().area()))
                    .limit(MOST_FACES)
                    .forEach(face -> person(picture, face).ifPresent(people::add));
        }
        return new Sighting(frame.index(), frame.seconds(), shot, refined, Stills.whole(picture), people);
    }

    private Optional<Sighting.Seen> person(Picture picture, Face face) {
        FaceQuality quality = faces.inspect(picture, face);
        if (!FaceGate.face(quality)) {
            return Optional.empty();
        }
        String why = FaceGate.why(quality, limits.quality()).orElse(null);
        Picture chip = FaceChip.cut(picture, face);
        return Optional.of(new Sighting.Seen(
                face,
                quality,
                why,
                why == null ? faces.embed(chip) : null,
                PerceptualHash.of(chip),
                Stills.around(picture, face.box())));
    }
}
