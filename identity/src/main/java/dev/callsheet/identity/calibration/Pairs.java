package dev.callsheet.identity.calibration;

import dev.callsheet.identity.calibration.Calibrator.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distances of all pairs of faces, ascending: of the same person, and of different ones. */
record Pairs(double[] same, double[] different) {

    static Pairs of(List<Person> persons) {
        int[] each = new int[persons.size()];
        Arrays.setAll(each, i -> i);
        return resampled(persons, each);
    }

    /** Of people drawn with replacement; one who was drawn twice is not compared with herself. @param drawn ascending */
    static Pairs resampled(List<Person> persons, int[] drawn) {
        List<double[]> same = new ArrayList<>();
        List<double[]> different = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            same.add(within(persons.get(drawn[i])));
            for (int j = i + 1; j < drawn.length; j++) {
                if (drawn[i] != drawn[j]) {
                    different.add(between(persons.get(drawn[i]), persons.get(drawn[j])));
                }
            }
        }
        return new Pairs(ascending(same), ascending(different));
    }

    private static double[] ascending(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double[] within(Person person) {
        int n = person.faces().size();
        double[] distances = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                distances[next++] =
                        person.faces().get(i).distance(person.faces().get(j));
            }
        }
        return distances;
    }

    private static double[] between(Person one, Person other) {
        double[] distances = new double[one.faces().size() * other.faces().size()];
        int next = 0;
        for (var face : one.faces()) {
            for (var otherFace : other.faces()) {
                distances[next++] = face.distance(otherFace);
            }
        }
        return distances;
    }

    /** The largest distance at which no more than this share of strangers pass. */
    double threshold(double rate) {
        if (different.length == 0) {
            return 0;
        }
        int allowed = (int) Math.floor(rate * different.length + 1e-9);
        // Halfway to the first who must not pass.
        double stranger = different[Math.min(allowed, different.length - 1)];
        double passed = allowed == 0 ? stranger * 0.98 : different[allowed - 1];
        return (passed + stranger) / 2;
    }

    /** Share of the distances that are within the threshold. @param ascending not empty */
    static double within(double[] ascending, double threshold) {
        int at = Arrays.binarySearch(ascending, Math.nextUp(threshold));
        return (double) (at < 0 ? -at - 1 : at) / ascending.length;
    }

    /** Probability that a pair of one person is nearer than a pair of two (Mann and Whitney 1947). */
    double auc() {
        double sum = 0;
        int at = 0;
        for (double distance : same) {
            while (at < different.length && different[at] <= distance) {
                at++;
            }
            sum += different.length - at;
        }
        return same.length == 0 || different.length == 0 ? 0 : sum / same.length / different.length;
    }

    /** Where as many strangers pass as pairs of one person do not. */
    double eer() {
        double best = 1;
        double rate = 1;
        for (double threshold : different) {
            double accepted = within(different, threshold);
            double rejected = 1 - within(same, threshold);
            if (Math.abs(accepted - rejected) < best) {
                best = Math.abs(accepted - rejected);
                rate = (accepted + rejected) / 2;
            }
        }
        return rate;
    }
}
