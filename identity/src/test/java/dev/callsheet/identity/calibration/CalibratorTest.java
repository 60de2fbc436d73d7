package dev.callsheet.identity.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.calibration.Calibrator.Person;
import dev.callsheet.identity.face.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibratorTest {
    @Test
    void noMoreStrangersPassThanStated() {
        List<Person> people = people(40, 5, 0.35);

        Calibrator.Result result = new Calibrator(people, 1).at(0.01);

        Pairs pairs = Pairs.of(people);
        assertThat(Pairs.within(pairs.different(), result.threshold())).isBetween(0.009, 0.01);
        assertThat(result.data().same()).isEqualTo(40 * 10);
        assertThat(result.data().different()).isEqualTo(40 * 39 / 2 * 25);
        assertThat(result.data().heldOut().falseAcceptRate()).isBetween(0.005, 0.02);
        assertThat(result.data().heldOut().threshold().low()).isLessThan(result.threshold());
        assertThat(result.data().heldOut().threshold().high()).isGreaterThan(result.threshold());
    }

    @Test
    void aRateThatThePeopleAreTooFewForIsRefused() {
        assertThatThrownBy(() -> new Calibrator(people(5, 3, 0.3), 1).at(0.001))
                .isInstanceOf(TooFewFaces.class)
                .hasMessageContaining("found 0.001")
                .hasMessageContaining("90 pairs of different people")
                .hasMessageContaining("0.1111 and above")
                .hasMessageContaining("10000 pairs");
    }

    @Test
    void theSamePeopleGiveTheSameCalibration() {
        List<Person> people = people(20, 4, 0.3);

        assertThat(new Calibrator(people, 7).at(0.01)).isEqualTo(new Calibrator(people, 7).at(0.01));
    }

    @Test
    void theQuantilesTellHowManyStrangersComeAsNear() {
        Calibrator.Result result = new Calibrator(people(30, 4, 0.35), 1).at(0.01);
        Calibration shipped = CalibrationFile.read(Optional.empty());
        Calibration calibration = new Calibration(
                shipped.schema(),
                "test",
                "",
                shipped.models(),
                "euclidean",
                "mean",
                new Calibration.Basis(0.01, result.claimable(), ""),
                result.data(),
                result.impostors(),
                result.genuine(),
                shipped.limits());

        assertThat(calibration.strangers(result.threshold())).isCloseTo(0.01, within(0.003));
        assertThat(calibration.oneIn(result.threshold())).isBetween(75L, 140L);
        assertThat(calibration.oneIn(0)).isEqualTo(Math.round(1 / result.claimable()));
        assertThat(calibration.oneIn(99)).isEqualTo(1);
    }

    @Test
    void aCastTightensTheThresholdAndNamesWhoLooksAlike() {
        List<Person> cast = List.of(person("ann", 0, 0.1), person("bea", 0.5, 0.6), person("cleo", 3, 3.1));
        Calibration shipped = CalibrationFile.read(Optional.empty());

        CastTightening.Result result = CastTightening.of(shipped, cast, "cast");

        assertThat(result.calibration().limits().threshold()).isCloseTo(0.35, within(1e-6));
        assertThat(result.lookAlikes())
                .extracting(CastTightening.LookAlikes::one, CastTightening.LookAlikes::other)
                .containsExactly(tuple("ann", "bea"));
        assertThat(result.keptSame()).isEqualTo(1);
        assertThat(CalibrationFile.text(result.calibration())).contains("claims no rate of its own");
    }

    private static Person person(String id, double... places) {
        List<Embedding> faces = new ArrayList<>();
        for (double place : places) {
            faces.add(new Embedding(new float[] {(float) place}));
        }
        return new Person(id, faces);
    }

    /** People at random places of a space, their pictures around them. */
    private static List<Person> people(int count, int pictures, double spread) {
        Random random = new Random(5);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] centre = point(random, new float[8], 1);
            List<Embedding> faces = new ArrayList<>();
            for (int j = 0; j < pictures; j++) {
                faces.add(new Embedding(point(random, centre, spread)));
            }
            people.add(new Person("person-" + i, faces));
        }
        return people;
    }

    private static float[] point(Random random, float[] around, double spread) {
        float[] point = around.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += (float) (random.nextGaussian() * spread);
        }
        return point;
    }
}
