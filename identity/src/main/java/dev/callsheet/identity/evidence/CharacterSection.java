package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.Flag;
import dev.callsheet.identity.measure.ClipReport.LikenessScores;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Limits;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.voice.VoiceReport;
import java.util.List;

/** One character's part of a clip's page. */
final class CharacterSection {
    private final HtmlPage page;
    private final ClipReport report;
    private final OfCharacter character;

    CharacterSection(HtmlPage page, ClipReport report, OfCharacter character) {
        this.page = page;
        this.report = report;
        this.character = character;
    }

    void write() {
        page.in("section", () -> {
            page.put("h2", Names.of(character.name()));
            Verdict verdict = character.verdict();
            page.in("p", () -> {
                page.word(
                        "span",
                        SheetStyle.word(verdict.outcome()),
                        verdict.outcome().name());
                page.put("span", "· " + PlainWords.verdict(character));
            });
            rules(verdict.reasons());
            CharacterScores scores = character.scores();
            if (scores != null) {
                new FiguresTable(page, report.calibration().limits(), scores).write();
            }
            LikenessScores likeness = character.likeness();
            if (likeness != null) {
                likeness(likeness);
            }
            if (!character.flags().isEmpty()) {
                page.put("h3", "Flagged for the eye");
                page.list(character.flags().stream().map(CharacterSection::flag).toList());
            }
            VoiceReport voice = character.voice();
            if (voice != null) {
                VoiceSection.write(page, voice);
            }
            references();
        });
    }

    private void rules(List<Verdict.Reason> reasons) {
        page.put("h3", "Why");
        page.list(reasons.stream().map(PlainWords::rule).toList());
    }

    private void likeness(LikenessScores likeness) {
        page.put("h3", "Likeness");
        page.put(
                "p",
                "It is declared as " + PlainWords.kind(character) + ", so no face is compared. By its looks as a whole "
                        + PlainWords.band(likeness) + ". This help for the eye is often wrong: a person has to look.");
        Limits.Likeness bands = report.calibration().limits().likeness();
        page.put(
                "p",
                "On a scale of 0 to 1 the median of " + likeness.frames() + " frames is "
                        + Figures.plain(likeness.median()) + ", nine of ten are above "
                        + Figures.plain(likeness.tenthPercentile()) + ", the least is "
                        + Figures.plain(likeness.least()) + ". From " + Figures.plain(bands.same())
                        + " on things mostly look alike, below " + Figures.plain(bands.different())
                        + " mostly different.");
    }

    static String flag(Flag flag) {
        Double value = flag.value();
        Double limit = flag.limit();
        String figures = value == null
                ? ""
                : " (" + Figures.plain(value) + (limit == null ? "" : "; flagged at " + Figures.plain(limit)) + ")";
        return Names.text(flag.text()) + figures;
    }

    private void references() {
        page.put("h3", "References");
        boolean pinned = !character.prototype().equals("references");
        page.put(
                "p",
                pinned
                        ? "Compared with the registered character " + Names.of(character.prototype()) + "."
                        : "Compared with "
                                + Figures.count(character.references().size(), "reference", "references, their mean")
                                + ".");
        page.list(character.references().stream().map(Names::of).toList());
        if (!character.warnings().isEmpty()) {
            page.put("p", "Better known before the next take:");
            page.list(character.warnings().stream()
                    .map(warning -> Names.of(warning.reference()) + ": " + Names.text(warning.text()))
                    .toList());
        }
    }
}
