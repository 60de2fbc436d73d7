package dev.callsheet.scorer.domain;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.Outcome;
import dev.callsheet.identity.measure.CampaignReport.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.jspecify.annotations.Nullable;

/** A campaign's figures out of its takes. */
public final class CampaignScores {
    private static final double ERROR_RATE = 0.05;
    private static final int FEWEST_FOR_DRIFT = 5;

    private CampaignScores() {}

    /**
     * What figures are held against.
     *
     * @param calibration its id
     * @param model SHA-256 of the embedder: portraits by another are not compared
     * @param threshold of a frame's distance to the prototype
     * @param portraits threshold of the distance of two portraits
     */
    public record Yardstick(String calibration, String model, double threshold, double portraits) {}

    /**
     * A take with all that was said about it.
     *
     * @param ruling the last word of a person; null without one
     * @param erased whether a character's consent was withdrawn, and its part deleted
     * @param portraits by the character's name, as far as there are any
     */
    public record Told(CampaignTake take, @Nullable Word ruling, boolean erased, Map<String, KeptPortrait> portraits) {
        public Told {
            portraits = Map.copyOf(portraits);
        }
    }

    /** The report on these takes, in whatever order they come. @param number as in {@link CampaignReport} */
    public static CampaignReport of(String campaign, long number, Yardstick yardstick, List<Told> all) {
        List<Told> told = all.stream()
                .sorted(Comparator.comparing((Told one) -> one.take().at())
                        .thenComparing(one -> one.take().take()))
                .toList();
        List<CampaignReport.OfCharacter> characters = characters(told, yardstick);
        return new CampaignReport(
                CampaignReport.SCHEMA,
                campaign,
                number,
                yardstick.calibration(),
                yardstick.threshold(),
                yardstick.portraits(),
                rate(told, true).orElse(null),
                rate(told, false).orElse(null),
                ruled(told, Word.APPROVED),
                ruled(told, Word.REJECTED),
                told.stream().map(CampaignScores::clip).toList(),
                characters,
                notes(told, characters));
    }

    private static CampaignReport.Clip clip(Told told) {
        CampaignTake take = told.take();
        return new CampaignReport.Clip(
                take.request(),
                take.take(),
                take.attempt(),
                take.bound(),
                take.outcome(),
                take.reason(),
                told.ruling(),
                take.clip(),
                take.report(),
                take.at());
    }

    private static Optional<CampaignReport.Rate> rate(List<Told> told, boolean bound) {
        List<Outcome> arm = told.stream()
                .map(Told::take)
                .filter(take -> take.bound() == bound)
                .map(CampaignTake::outcome)
                .toList();
        if (arm.isEmpty()) {
            return Optional.empty();
        }
        int passed = count(arm, Outcome.PASS);
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(arm.size(), passed, ERROR_RATE);
        return Optional.of(new CampaignReport.Rate(
                arm.size(),
                passed,
                count(arm, Outcome.FAIL),
                count(arm, Outcome.REVIEW),
                count(arm, Outcome.NOT_MEASURABLE),
                count(arm, Outcome.UNMADE),
                (double) passed / arm.size(),
                interval.getLowerBound(),
                interval.getUpperBound()));
    }

    private static int count(List<Outcome> outcomes, Outcome outcome) {
        return (int) outcomes.stream().filter(one -> one == outcome).count();
    }

    private static int ruled(List<Told> told, Word word) {
        return (int) told.stream().filter(one -> one.ruling() == word).count();
    }

    private static List<CampaignReport.OfCharacter> characters(List<Told> told, Yardstick yardstick) {
        Map<String, List<CampaignReport.Mark>> marks = new TreeMap<>();
        for (int i = 0; i < told.size(); i++) {
            for (CampaignTake.Part part : told.get(i).take().characters()) {
                marks.computeIfAbsent(part.name(), _ -> new ArrayList<>())
                        .add(new CampaignReport.Mark(
                                i, part.verdict(), part.pinned(), part.median(), part.framesWithin(), part.flags()));
            }
        }
        return marks.entrySet().stream()
                .map(entry -> new CampaignReport.OfCharacter(
                        entry.getKey(),
                        entry.getValue(),
                        drift(entry.getValue()).orElse(null),
                        Pairs.of(portraits(told, entry.getKey(), yardstick.model()), yardstick.portraits())
                                .orElse(null)))
                .toList();
    }

    private static List<Pairs.Placed> portraits(List<Told> told, String name, String model) {
        return IntStream.range(0, told.size())
                .boxed()
                .flatMap(i -> Optional.ofNullable(told.get(i).portraits().get(name))
                        .filter(portrait -> portrait.model().equals(model))
                        .map(portrait -> new Pairs.Placed(i, portrait.embedding()))
                        .stream())
                .toList();
    }

    private static Optional<Double> drift(List<CampaignReport.Mark> marks) {
        List<Double> medians = marks.stream()
                .flatMap(mark -> Optional.ofNullable(mark.median()).stream())
                .toList();
        if (medians.size() < FEWEST_FOR_DRIFT) {
            return Optional.empty();
        }
        int fifth = medians.size() / 5;
        return Optional.of(
                mean(medians.subList(medians.size() - fifth, medians.size())) - mean(medians.subList(0, fifth)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<String> notes(List<Told> told, List<CampaignReport.OfCharacter> characters) {
        List<String> notes = new ArrayList<>();
        notes.add("A take without a clip, or in which nothing could be measured, counts as not passed.");
        if (told.stream().anyMatch(one -> one.ruling() != null)) {
            notes.add("A person's word stands beside the machine's verdict and does not change the rate.");
        }
        long erased = told.stream().filter(Told::erased).count();
        if (erased > 0) {
            notes.add(erased + " of the takes showed a character whose consent was withdrawn: they are still counted,"
                    + " what was measured of it is deleted.");
        }
        for (CampaignReport.OfCharacter character : characters) {
            CampaignReport.Pairs pairs = character.pairs();
            if (pairs != null && pairs.outOf() > pairs.clips().size()) {
                notes.add("Of the " + pairs.outOf() + " clips of " + character.name() + " "
                        + pairs.clips().size() + ", evenly spread, are compared with each other.");
            }
        }
        return notes;
    }
}
