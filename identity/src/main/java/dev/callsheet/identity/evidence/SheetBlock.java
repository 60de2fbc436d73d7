package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.Flag;
import dev.callsheet.identity.measure.ClipReport.LikenessScores;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import java.util.ArrayList;
import java.util.List;

/** One character's part of a contact sheet, top down. */
final class SheetBlock {
    private static final int LEFT = ContactSheet.MARGIN;
    private static final int WIDTH = ContactSheet.WIDTH - 2 * ContactSheet.MARGIN;
    private static final double BAR = 40;
    private static final int MOST_NOTES = 5;

    private final PixelSurface surface;
    private final ClipReport report;
    private final OfCharacter character;
    private final Stills stills;
    private final boolean curve;

    SheetBlock(PixelSurface surface, ClipReport report, OfCharacter character, Stills stills, boolean curve) {
        this.surface = surface;
        this.report = report;
        this.character = character;
        this.stills = stills;
        this.curve = curve;
    }

    /** Draws from y down and returns where it ends. */
    double draw(double y) {
        double at = bar(surface, y, character.verdict().outcome(), Names.of(character.name()));
        at = surface.paragraph(PlainWords.verdict(character), LEFT, at + 26, 16, SheetStyle.INK, WIDTH, 3);
        CharacterScores scores = character.scores();
        if (scores != null) {
            at = surface.paragraph(figures(scores), LEFT, at, 13, SheetStyle.FAINT, WIDTH, 2);
        }
        for (String note : notes()) {
            at = surface.paragraph("• " + note, LEFT, at, 13, SheetStyle.INK, WIDTH, 2);
        }
        LikenessScores likeness = character.likeness();
        if (likeness != null) {
            at = LikenessBand.draw(
                    surface,
                    LEFT,
                    at + 4,
                    WIDTH,
                    likeness,
                    report.calibration().limits().likeness());
        }
        if (curve && !character.frames().isEmpty()) {
            double limit = report.calibration().limits().threshold();
            double end = ScoreCurve.end(report, character);
            new CurvePanel(surface, LEFT, at, WIDTH, limit, end, character).draw(character, ScoreCurve.cuts(report));
            CurvePanel.legend(surface, LEFT + 10, at + CurvePanel.HEIGHT + 8);
            at += CurvePanel.HEIGHT + 22;
        }
        return new SheetTiles(surface, report.calibration(), character, stills).draw(at + 6);
    }

    /** The verdict across the sheet, with its word, shape and colour. */
    static double bar(PixelSurface surface, double y, Verdict.Outcome outcome, String name) {
        surface.area(LEFT, y, WIDTH, BAR, SheetStyle.of(outcome));
        surface.area(LEFT, y, BAR, BAR, SheetStyle.PAPER);
        surface.frame(LEFT, y, WIDTH, BAR, SheetStyle.INK);
        surface.mark(SheetStyle.mark(outcome), LEFT + BAR / 2, y + BAR / 2, 9, SheetStyle.of(outcome));
        String text = surface.fit(SheetStyle.word(outcome) + "   " + name, WIDTH - BAR - 24, 21);
        surface.text(text, LEFT + BAR + 12, y + 27, 21, SheetStyle.on(outcome), Anchor.START);
        return y + BAR;
    }

    private static String figures(CharacterScores scores) {
        if (scores.framesWithin() == null) {
            return "No frame could be measured.";
        }
        return Figures.percent(scores.framesWithin()) + " of the measured frames are within the limit; median distance "
                + Figures.distance(scores.median()) + "; measured in " + scores.evaluable() + " of "
                + scores.sampled() + " frames.";
    }

    /** Why, what is flagged and what is wrong with the references; the rest is in the report. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (character.verdict().outcome() != Verdict.Outcome.PASS && character.likeness() == null) {
            character.verdict().reasons().forEach(reason -> notes.add(PlainWords.rule(reason)));
        }
        List<Flag> flags = new ArrayList<>(character.flags());
        flags.addAll(report.flags());
        flags.forEach(flag -> notes.add("Look: " + Names.text(flag.text())));
        character
                .warnings()
                .forEach(warning ->
                        notes.add("Reference " + Names.of(warning.reference()) + ": " + Names.text(warning.text())));
        if (notes.size() <= MOST_NOTES) {
            return notes;
        }
        List<String> shown = new ArrayList<>(notes.subList(0, MOST_NOTES - 1));
        shown.add("and " + (notes.size() - shown.size()) + " more notes in the report");
        return shown;
    }

    /** The small print that makes the figures readable. */
    static List<String> howToRead(ClipReport report) {
        ClipReport.Ruler ruler = report.calibration();
        if (report.characters().stream()
                .allMatch(character -> character.frames().isEmpty())) {
            return List.of("Likeness: how alike two pictures look as a whole, 0 to 1. It often errs: compare by eye.");
        }
        boolean oneIn = report.characters().stream()
                .flatMap(character -> character.frames().stream())
                .anyMatch(frame -> !Figures.oneIn(frame.oneIn(), ruler).isEmpty());
        return List.of(
                "Distance: how far a face is from the references. Two pictures of one person are usually well under"
                        + " the limit of " + Figures.plain(ruler.limits().threshold())
                        + ", different people above it."
                        + (oneIn ? " 1 in N: of N strangers one would come as near (N+: of N or more)." : ""),
                "Measured by " + Names.of(ruler.detector()) + " and " + Names.of(ruler.embedder()) + ", calibration "
                        + Names.of(ruler.id())
                        + ". It compares faces only: not body, clothes, voice or acting.");
    }
}
