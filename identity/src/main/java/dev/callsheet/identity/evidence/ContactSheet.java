package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.onnx.ModelFiles;
import java.util.List;

/**
 * A measurement that can be looked at: per character the verdict and why, the curve, the references at the left, then
 * the worst frames and typical ones with time and distance. Thread-safe.
 */
public final class ContactSheet {
    static final int MARGIN = 20;
    static final int WIDTH = 992;
    private static final int BETWEEN = 36;

    private final SheetFont font;

    public ContactSheet(ModelFiles files) {
        this.font = new SheetFont(files.resource("sheet-font.ttf"));
    }

    /** The sheet as PNG. The same measurement gives the same bytes. */
    public byte[] png(Measurement measurement) {
        return png(measurement, true);
    }

    /** @param curve whether the distance over time is on the sheet too, or stands elsewhere */
    byte[] png(Measurement measurement, boolean curve) {
        ClipReport report = measurement.report();
        PixelSurface surface = new PixelSurface(font);
        double y = MARGIN;
        List<OfCharacter> characters = report.characters();
        if (characters.isEmpty()) {
            y = SheetBlock.bar(surface, y, report.verdict(), "");
            y = surface.paragraph(
                    PlainWords.verdict(report), MARGIN, y + 26, 16, SheetStyle.INK, WIDTH - 2 * MARGIN, 3);
        }
        for (int i = 0; i < characters.size(); i++) {
            Stills stills =
                    i < measurement.stills().size() ? measurement.stills().get(i) : new Stills(List.of(), List.of());
            y = new SheetBlock(surface, report, characters.get(i), stills, curve).draw(y) + BETWEEN;
        }
        y = footer(surface, report, y);
        return surface.png(WIDTH, y);
    }

    private static double footer(PixelSurface surface, ClipReport report, double y) {
        surface.line(MARGIN, y - 12, WIDTH - MARGIN, y - 12, SheetStyle.RULE, 1);
        double at = y + 8;
        for (String line : SheetBlock.howToRead(report)) {
            at = surface.paragraph(line, MARGIN, at, 12, SheetStyle.FAINT, WIDTH - 2 * MARGIN, 2);
        }
        return at;
    }
}
