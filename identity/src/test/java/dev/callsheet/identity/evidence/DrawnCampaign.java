package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.Clip;
import dev.callsheet.identity.measure.CampaignReport.Mark;
import dev.callsheet.identity.measure.CampaignReport.OfCharacter;
import dev.callsheet.identity.measure.CampaignReport.Outcome;
import dev.callsheet.identity.measure.CampaignReport.Pairs;
import dev.callsheet.identity.measure.CampaignReport.Rate;
import dev.callsheet.identity.measure.CampaignReport.Word;
import dev.callsheet.identity.measure.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Campaigns made by hand. */
final class DrawnCampaign {
    private DrawnCampaign() {}

    /** Ten takes: eight bound, two by text only; one without a clip, one not measurable, one failed, one for review. */
    static CampaignReport small() {
        List<Outcome> outcomes = List.of(
                Outcome.PASS,
                Outcome.PASS,
                Outcome.UNMADE,
                Outcome.PASS,
                Outcome.FAIL,
                Outcome.PASS,
                Outcome.NOT_MEASURABLE,
                Outcome.PASS,
                Outcome.REVIEW,
                Outcome.FAIL);
        return report(
                "Autumn spots",
                outcomes,
                new Rate(8, 5, 1, 0, 1, 1, 0.625, 0.306, 0.863),
                new Rate(2, 0, 1, 1, 0, 0, 0, 0, 0.658),
                List.of(
                        "A take without a clip counts as not passed.",
                        "With 8 and 2 takes the two rates cannot be compared; 54 takes each are needed."));
    }

    static CampaignReport large() {
        List<Outcome> outcomes = IntStream.range(0, 150)
                .mapToObj(i -> i % 11 == 10 ? Outcome.FAIL : i % 17 == 16 ? Outcome.REVIEW : Outcome.PASS)
                .toList();
        Rate rate = new Rate(150, 128, 13, 9, 0, 0, 0.8533, 0.788, 0.901);
        return report("A year of spots", outcomes, rate, null, List.of());
    }

    static CampaignReport empty() {
        return report("<b>\u202e\"nothing\"</b>", List.of(), null, null, List.of("Nothing has been made yet."));
    }

    private static CampaignReport report(
            String name, List<Outcome> outcomes, @Nullable Rate bound, @Nullable Rate unbound, List<String> notes) {
        List<Clip> clips = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            clips.add(clip(i, outcome, unbound != null && i >= outcomes.size() - unbound.takes()));
            if (outcome == Outcome.UNMADE) {
                continue;
            }
            boolean measured = outcome != Outcome.NOT_MEASURABLE;
            double median = 0.3 + 0.002 * i + 0.04 * Math.sin(i * 2.3) + (outcome == Outcome.FAIL ? 0.42 : 0);
            marks.add(new Mark(
                    i,
                    Verdict.Outcome.valueOf(outcome.name()),
                    i % 2 == 0,
                    measured ? median : null,
                    measured ? (outcome == Outcome.FAIL ? 0.08 : 0.97) : null,
                    i == 5 ? List.of("COPY_PASTE") : List.of()));
            if (measured) {
                shown.add(i);
            }
        }
        Pairs pairs = shown.size() < 2 ? null : pairs(shown, outcomes);
        List<OfCharacter> characters =
                outcomes.isEmpty() ? List.of() : List.of(new OfCharacter("Mia", marks, 0.031, pairs));
        return new CampaignReport(
                CampaignReport.SCHEMA,
                name,
                outcomes.size(),
                "drawn-1",
                0.604,
                0.5,
                bound,
                unbound,
                outcomes.isEmpty() ? 0 : 1,
                outcomes.isEmpty() ? 0 : 1,
                clips,
                characters,
                notes);
    }

    private static Clip clip(int i, Outcome outcome, boolean unbound) {
        String reason = switch (outcome) {
            case PASS -> "the face stays the character";
            case REVIEW -> "the farthest tenth is beyond it";
            case NOT_MEASURABLE -> "of 20 frames 18 show no face for it";
            case FAIL -> "most frames show a face too far from the references";
            case UNMADE -> "the provider refused the prompt: content policy";
        };
        return new Clip(
                "0f8a" + (1000 + i) + "-1111-5222-8333-444455556666",
                "take-" + i,
                1 + i % 3,
                !unbound,
                outcome,
                reason,
                i == 1 ? Word.APPROVED : i == 4 ? Word.REJECTED : null,
                outcome == Outcome.UNMADE ? null : "s3://callsheet/clip.mp4",
                i == 0 ? "../take-0/score/report.html" : i == 3 ? "javascript:alert(1)" : "s3://callsheet/report.json",
                Instant.parse("2026-03-01T08:00:00Z").plusSeconds(5400L * i));
    }

    private static Pairs pairs(List<Integer> clips, List<Outcome> outcomes) {
        List<List<Double>> below = new ArrayList<>();
        int within = 0;
        int count = 0;
        double sum = 0;
        for (int i = 0; i < clips.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                boolean other = outcomes.get(clips.get(i)) == Outcome.FAIL ^ outcomes.get(clips.get(j)) == Outcome.FAIL;
                double distance = (other ? 0.72 : 0.24) + 0.06 * Math.sin(i * 1.7 + j * 0.9);
                row.add(distance);
                count++;
                within += distance <= 0.5 ? 1 : 0;
                sum += distance;
            }
            below.add(row);
        }
        return new Pairs(
                clips,
                below,
                clips.size() + (clips.size() > 100 ? 50 : 0),
                count,
                within,
                (double) within / count,
                sum / count);
    }
}
