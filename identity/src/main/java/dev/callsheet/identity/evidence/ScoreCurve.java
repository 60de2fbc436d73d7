package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.FrameScore;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The distance of each character over the time of a clip, as SVG. Thread-safe. */
public final class ScoreCurve {
    private static final double WIDTH = 920;
    private static final double HEADING = 40;
    private static final double WORDS_ONLY = 66;

    /** The drawing as a file, UTF-8. The same report gives the same bytes. */
    public byte[] svg(ClipReport report) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing(report)).getBytes(StandardCharsets.UTF_8);
    }

    /** The drawing to stand in a page. */
    String drawing(ClipReport report) {
        SvgSurface surface = new SvgSurface();
        double y = 0;
        for (OfCharacter character : report.characters()) {
            double top = y;
            surface.group("character", () -> character(surface, report, character, top));
            y += character.frames().isEmpty() ? WORDS_ONLY : HEADING + CurvePanel.HEIGHT;
        }
        if (report.characters().isEmpty()) {
            surface.text(PlainWords.verdict(report), 20, 36, 16, SheetStyle.INK, Anchor.START);
            y = WORDS_ONLY;
        }
        if (report.characters().stream()
                .anyMatch(character -> !character.frames().isEmpty())) {
            CurvePanel.legend(surface, 30, y + 14);
            y += 30;
        }
        return surface.svg(WIDTH, y, "Distance to the references over the clip.", PlainWords.verdict(report));
    }

    private static void character(SvgSurface surface, ClipReport report, OfCharacter character, double top) {
        var outcome = character.verdict().outcome();
        surface.mark(SheetStyle.mark(outcome), 24, top + 24, 7, SheetStyle.of(outcome));
        surface.text(
                SheetStyle.word(outcome) + " · " + Names.of(character.name()),
                42,
                top + 30,
                17,
                SheetStyle.INK,
                Anchor.START);
        if (character.frames().isEmpty()) {
            surface.text(PlainWords.notByFace(character), 42, top + 52, 13, SheetStyle.FAINT, Anchor.START);
            return;
        }
        double limit = report.calibration().limits().threshold();
        new CurvePanel(surface, 12, top + HEADING, WIDTH - 24, limit, end(report, character), character)
                .draw(character, cuts(report));
    }

    static List<Double> cuts(ClipReport report) {
        var sampling = report.sampling();
        return sampling == null ? List.of() : sampling.cuts();
    }

    /** When the clip ends, seconds. */
    static double end(ClipReport report, OfCharacter character) {
        FrameScore last = character.frames().getLast();
        var clip = report.clip();
        return Math.max(last.seconds() + last.span(), clip == null ? 0 : clip.seconds());
    }
}
