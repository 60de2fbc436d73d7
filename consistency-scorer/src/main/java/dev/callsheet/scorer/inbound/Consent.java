package dev.callsheet.scorer.inbound;

import dev.callsheet.contracts.Work;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a report says of characters that may not be measured. */
final class Consent {
    private static final String RULE = "consent";
    private static final String TEXT = "the consent was withdrawn: nothing of this character is measured or kept";

    private Consent() {}

    /** The measurement of nobody. */
    static Measurement nobody(Calibration calibration) {
        return new Measurement(ClipReport.notMeasurable(null, calibration, RULE, TEXT), List.of(), List.of());
    }

    /** The measurement of those present, and the withdrawn as not measurable, in the order of the cast. */
    static Measurement with(Measurement present, Cast cast) {
        if (cast.withdrawn().isEmpty()) {
            return present;
        }
        ClipReport report = present.report();
        List<ClipReport.OfCharacter> characters = new ArrayList<>();
        List<Stills> stills = new ArrayList<>();
        int next = 0;
        for (Cast.Role role : cast.roles()) {
            if (role.standing().isWithdrawn()) {
                characters.add(absent(role.character()));
                stills.add(new Stills(List.of(), List.of()));
            } else {
                characters.add(report.characters().get(next));
                stills.add(present.stills().get(next));
                next++;
            }
        }
        Verdict verdict = Verdict.gravest(
                characters.stream().map(ClipReport.OfCharacter::verdict).toList());
        return new Measurement(
                new ClipReport(
                        report.schema(),
                        verdict.outcome(),
                        verdict.reasons(),
                        report.clip(),
                        report.calibration(),
                        report.sampling(),
                        characters,
                        report.flags()),
                stills,
                present.portraits());
    }

    private static ClipReport.OfCharacter absent(Work.Character character) {
        return new ClipReport.OfCharacter(
                character.name(),
                character.kind(),
                Verdict.notMeasurable(RULE, TEXT),
                "none",
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
