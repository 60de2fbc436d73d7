package dev.callsheet.identity.calibration;

import dev.callsheet.identity.calibration.Calibration.Data;
import dev.callsheet.identity.calibration.Calibration.HeldOut;
import dev.callsheet.identity.calibration.Calibration.Interval;
import dev.callsheet.identity.calibration.Calibration.Quantile;
import dev.callsheet.identity.face.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes a threshold from faces of known people, at a stated rate of strangers who pass. Pairs of one person's pictures
 * depend on each other, so whatever is resampled is a person, never a pair.
 */
public final class Calibrator {
    /** A rate can be told only if so many strangers' pairs lie beyond it. */
    public static final int LEAST_BEYOND = 10;

    private static final int SPLITS = 200;
    private static final int RESAMPLES = 500;
    private static final int QUANTILES = 40;

    private final List<Person> persons;
    private final Random random;

    /** @param seed of the splits and resamples: the same people and seed give the same calibration */
    public Calibrator(List<Person> persons, long seed) {
        this.persons = List.copyOf(persons);
        this.random = new Random(seed);
    }

    /** A known person. @param faces embeddings of as many pictures */
    public record Person(String id, List<Embedding> faces) {
        public Person {
            faces = List.copyOf(faces);
        }
    }

    /** What came of it. @param threshold the largest distance at which no more than the stated share of strangers pass */
    public record Result(
            double threshold, double claimable, Data data, List<Quantile> impostors, List<Quantile> genuine) {}

    /**
     * The threshold at this rate.
     *
     * @param falseAcceptRate share of strangers who may pass, above 0 and below 1
     * @throws TooFewFaces if the people are too few to tell that rate
     */
    public Result at(double falseAcceptRate) {
        Pairs all = Pairs.of(persons);
        if (all.different().length < LEAST_BEYOND / falseAcceptRate || all.same().length == 0) {
            throw tooFew(all, falseAcceptRate);
        }
        double threshold = all.threshold(falseAcceptRate);
        HeldOut heldOut = heldOut(falseAcceptRate);
        int pictures =
                persons.stream().mapToInt(person -> person.faces().size()).sum();
        Data data = new Data(
                persons.size(), pictures, all.same().length, all.different().length, all.auc(), all.eer(), heldOut);
        return new Result(
                threshold,
                (double) LEAST_BEYOND / all.different().length,
                data,
                rising(all.different()),
                falling(all.same()));
    }

    private static TooFewFaces tooFew(Pairs all, double rate) {
        long needed = (long) Math.ceil(LEAST_BEYOND / rate);
        return new TooFewFaces(String.format(
                Locale.ROOT,
                "false-accept rate: found %s; with %d pairs of different people and %d of the same, allowed are %s and"
                        + " above. For %s, %d pairs of different people are needed: about %d people with five pictures"
                        + " each.",
                rate,
                all.different().length,
                all.same().length,
                all.different().length == 0
                        ? "none"
                        : String.format(Locale.ROOT, "%.4f", (double) LEAST_BEYOND / all.different().length),
                rate,
                needed,
                (long) Math.ceil((1 + Math.sqrt(1 + 8 * needed / 25.0)) / 2)));
    }

    /** Threshold from one half of the people, rates from the other; and the threshold's spread by resampling people. */
    private HeldOut heldOut(double rate) {
        double falseAccepts = 0;
        double worst = 0;
        double trueAccepts = 0;
        int splits = 0;
        for (int i = 0; i < SPLITS; i++) {
            List<Person> shuffled = new ArrayList<>(persons);
            Collections.shuffle(shuffled, random);
            Pairs made = Pairs.of(shuffled.subList(0, shuffled.size() / 2));
            Pairs tested = Pairs.of(shuffled.subList(shuffled.size() / 2, shuffled.size()));
            if (made.different().length == 0 || tested.same().length == 0 || tested.different().length == 0) {
                continue;
            }
            double threshold = made.threshold(rate);
            double accepted = Pairs.within(tested.different(), threshold);
            falseAccepts += accepted;
            worst = Math.max(worst, accepted);
            trueAccepts += Pairs.within(tested.same(), threshold);
            splits++;
        }
        int n = Math.max(1, splits);
        return new HeldOut(splits, falseAccepts / n, worst, trueAccepts / n, spread(rate));
    }

    private Interval spread(double rate) {
        double[] thresholds = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn =
                    random.ints(persons.size(), 0, persons.size()).sorted().toArray();
            thresholds[i] = Pairs.resampled(persons, drawn).threshold(rate);
        }
        Arrays.sort(thresholds);
        return new Interval(thresholds[(int) (0.025 * RESAMPLES)], thresholds[(int) (0.975 * RESAMPLES) - 1]);
    }

    /** Share as near as this or nearer; finer where few are. */
    private static List<Quantile> rising(double[] ascending) {
        List<Quantile> quantiles = new ArrayList<>();
        int before = -1;
        for (int i = 0; i <= QUANTILES; i++) {
            int at = (int) Math.round(Math.pow(ascending.length, (double) i / QUANTILES)) - 1;
            if (at > before) {
                quantiles.add(new Quantile(ascending[at], (at + 1.0) / ascending.length));
                before = at;
            }
        }
        return quantiles;
    }

    /** Share as far as this or farther. */
    private static List<Quantile> falling(double[] ascending) {
        double[] negative =
                Arrays.stream(ascending).map(distance -> -distance).sorted().toArray();
        return rising(negative).stream()
                .map(quantile -> new Quantile(-quantile.distance(), quantile.share()))
                .toList();
    }
}
