package dev.callsheet.identity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.face.Face;
import dev.callsheet.identity.face.FaceQuality;
import dev.callsheet.identity.picture.Box;
import dev.callsheet.identity.picture.Picture;
import dev.callsheet.identity.picture.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Faces are points on a line here; a character stands at a place of it. */
class CastingTest {
    private static final Picture DOT = new Picture(1, 1, new byte[3]);

    @Test
    void eachCharacterGetsTheNearestTrackAndNotTheLargestFace() {
        List<Sighting> clip = clip(8, at(0, 1.0), at(500, 0.1));

        Casting casting = casting(clip, 0.0);

        assertThat(face(casting.parts(3).getFirst())).isEqualTo(0.1f);
    }

    @Test
    void whoIsTakenForOneCharacterIsNotTakenForAnother() {
        List<Sighting> clip = clip(8, at(0, 0.2), at(500, 0.9));

        List<Casting.@Nullable Part> parts = casting(clip, 0.0, 0.3).parts(3);

        assertThat(face(parts.get(0))).isEqualTo(0.2f);
        assertThat(face(parts.get(1))).isEqualTo(0.9f);
    }

    @Test
    void aTrackDecidesAndNotItsWorstFrame() {
        List<Sighting> clip = new ArrayList<>(clip(10, at(0, 0.1), at(500, 0.7)));
        clip.set(5, sighting(5, at(0, 0.55), at(500, 0.5)));

        Casting casting = casting(clip, 0.0);

        assertThat(face(casting.parts(5).getFirst())).isEqualTo(0.55f);
    }

    @Test
    void twoWhoMightBeEitherStayAmbiguous() {
        List<Sighting> clip = clip(8, at(0, 0.30), at(500, 0.32));

        List<Casting.@Nullable Part> parts = casting(clip, 0.30, 0.33).parts(2);

        assertThat(parts).allSatisfy(part -> assertThat(part.ambiguous()).isTrue());
    }

    @Test
    void twoWhoAreClearlyThemselvesAreNot() {
        List<Sighting> clip = clip(8, at(0, 0.0), at(500, 0.5));

        List<Casting.@Nullable Part> parts = casting(clip, 0.05, 0.45).parts(2);

        assertThat(parts).noneMatch(Casting.Part::ambiguous);
    }

    @Test
    void aStrangerWhoWouldPassTooIsTold() {
        List<Sighting> clip = clip(8, at(0, 0.1), at(500, 0.4));

        Casting.@Nullable Part part = casting(clip, 0.0).parts(2).getFirst();

        assertThat(part.doubled()).isTrue();
        assertThat(part.ambiguous()).isFalse();
    }

    @Test
    void whoTurnsIntoAnotherAtTheSamePlaceIsStillTheOneToMeasure() {
        List<Sighting> clip = new ArrayList<>(clip(6, at(0, 0.1)));
        for (int i = 6; i < 12; i++) {
            clip.add(sighting(i, at(0, 0.9)));
        }

        Casting casting = casting(clip, 0.0);

        assertThat(face(casting.parts(5).getFirst())).isEqualTo(0.1f);
        assertThat(face(casting.parts(6).getFirst())).isEqualTo(0.9f);
    }

    @Test
    void moreCharactersThanFacesLeaveOneWithout() {
        List<Casting.@Nullable Part> parts =
                casting(clip(8, at(0, 0.1)), 0.0, 0.9).parts(0);

        assertThat(parts.get(0)).isNotNull();
        assertThat(parts.get(1)).isNull();
    }

    private static float face(Casting.@Nullable Part part) {
        return part.seen().embedding().values()[0];
    }

    private static Casting casting(List<Sighting> clip, double... characters) {
        List<Prototype> prototypes = Arrays.stream(characters)
                .mapToObj(place -> new Prototype(new Embedding(new float[] {(float) place}), List.of()))
                .toList();
        return new Casting(clip, prototypes, Sample.limits());
    }

    private static List<Sighting> clip(int frames, Sighting.Seen... people) {
        List<Sighting> clip = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            clip.add(sighting(i, people));
        }
        return clip;
    }

    private static Sighting sighting(int index, Sighting.Seen... people) {
        return new Sighting(index, index * 0.25, 0, false, DOT, List.of(people));
    }

    /** The nearer to the left, the larger. */
    private static Sighting.Seen at(double x, double identity) {
        double side = x == 0 ? 200 : 100;
        Point point = new Point(x, 0);
        Face face = new Face(new Box(x, 0, side, side), point, point, point, point, 1);
        var quality = new FaceQuality((int) side, 1, 0, 1, 1);
        return new Sighting.Seen(face, quality, null, new Embedding(new float[] {(float) identity}), 0, DOT);
    }
}
