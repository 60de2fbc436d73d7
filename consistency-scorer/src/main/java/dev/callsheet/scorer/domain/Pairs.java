package dev.callsheet.scorer.domain;

import dev.callsheet.identity.face.Embedding;
import dev.callsheet.identity.measure.CampaignReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares the portraits of one character, each with each. */
final class Pairs {
    /** Above it the work and the matrix, which grow with the square, are bounded by an even sample. */
    static final int MOST = 500;

    private Pairs() {}

    /** A portrait in its place among the campaign's clips. */
    record Placed(int clip, Embedding embedding) {}

    /** Empty with fewer than two portraits. */
    static Optional<CampaignReport.Pairs> of(List<Placed> all, double threshold) {
        if (all.size() < 2) {
            return Optional.empty();
        }
        List<Placed> chosen = chosen(all);
        List<List<Double>> below = new ArrayList<>();
        int within = 0;
        double sum = 0;
        for (int row = 0; row < chosen.size(); row++) {
            List<Double> distances = new ArrayList<>(row);
            for (int column = 0; column < row; column++) {
                double distance =
                        chosen.get(row).embedding().distance(chosen.get(column).embedding());
                distances.add(distance);
                sum += distance;
                within += distance <= threshold ? 1 : 0;
            }
            below.add(distances);
        }
        int count = chosen.size() * (chosen.size() - 1) / 2;
        return Optional.of(new CampaignReport.Pairs(
                chosen.stream().map(Placed::clip).toList(),
                below,
                all.size(),
                count,
                within,
                (double) within / count,
                sum / count));
    }

    /** The first, the last and what is evenly between. */
    private static List<Placed> chosen(List<Placed> all) {
        return all.size() <= MOST
                ? all
                : IntStream.range(0, MOST)
                        .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (MOST - 1))))
                        .toList();
    }
}
