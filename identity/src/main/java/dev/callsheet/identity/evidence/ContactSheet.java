package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.picture.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that can be looked at: per character the references at the left, then the eight worst frames and four
 * middle ones with time and distance. Thread-safe.
 */
public final class ContactSheet {
    private static final int TILE = 176;
    private static final int GAP = 12;
    private static final int MARGIN = 20;
    private static final int LABEL = 24;
    private static final int ROW = TILE + LABEL + GAP;
    private static final int COLUMNS = 4;
    private static final int MEDIAN = 4;
    private static final int HEADER = 118;
    private static final int FRAMES_LEFT = MARGIN + TILE + 3 * GAP;
    private static final int WIDTH = FRAMES_LEFT + COLUMNS * (TILE + GAP) - GAP + MARGIN;
    private static final int MOST_REFERENCES = 3;

    private final SheetFont font;

    public ContactSheet(ModelFiles files) {
        this.font = new SheetFont(files.resource("sheet-font.ttf"));
    }

    /** The sheet as PNG. The same measurement gives the same bytes. */
    public byte[] png(Measurement measurement) {
        List<ClipReport.OfCharacter> characters = measurement.report().characters();
        int block = HEADER + LABEL + 3 * ROW + LABEL;
        BufferedImage image = new BufferedImage(
                WIDTH, MARGIN + Math.max(1, characters.size()) * block + LABEL, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(SheetStyle.PAPER);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        double threshold = measurement.report().calibration().threshold();
        if (characters.isEmpty()) {
            bar(g, MARGIN, measurement.report().verdict(), "");
            reasons(g, MARGIN + 58, measurement.report().reasons());
        }
        for (int i = 0; i < characters.size(); i++) {
            character(
                    g,
                    MARGIN + i * block,
                    characters.get(i),
                    measurement.stills().get(i),
                    threshold);
        }
        g.dispose();
        return encoded(image);
    }

    private void character(Graphics2D g, int top, ClipReport.OfCharacter character, Stills stills, double threshold) {
        bar(g, top, character.verdict().outcome(), character.name());
        text(g, figures(character.scores(), threshold), MARGIN, top + 58, 14, SheetStyle.INK);
        reasons(g, top + 80, character.verdict().reasons());
        int tiles = top + HEADER + LABEL;
        text(g, "References", MARGIN, tiles - 8, 14, SheetStyle.FAINT);
        for (int i = 0; i < Math.min(MOST_REFERENCES, stills.references().size()); i++) {
            picture(g, stills.references().get(i), MARGIN, tiles + i * ROW);
            text(g, cut(character.references().get(i)), MARGIN, tiles + i * ROW + TILE + 17, 13, SheetStyle.INK);
        }
        List<FrameScore> frames = character.frames();
        if (frames.isEmpty()) {
            return;
        }
        text(g, "Worst frames", FRAMES_LEFT, tiles - 8, 14, SheetStyle.FAINT);
        frames(g, tiles, character.worst(), frames, stills);
        text(g, "Frames at the median", FRAMES_LEFT, tiles + 2 * ROW + LABEL - 8, 14, SheetStyle.FAINT);
        frames(g, tiles + 2 * ROW + LABEL, median(character), frames, stills);
    }

    private void frames(Graphics2D g, int top, List<Integer> chosen, List<FrameScore> frames, Stills stills) {
        for (int i = 0; i < chosen.size(); i++) {
            FrameScore frame = frames.get(chosen.get(i));
            int x = FRAMES_LEFT + i % COLUMNS * (TILE + GAP);
            int y = top + i / COLUMNS * ROW;
            picture(g, stills.frames().get(chosen.get(i)), x, y);
            g.setColor(SheetStyle.of(frame.state()));
            g.fillRect(x, y + TILE, TILE, 4);
            String distance = frame.distance() == null ? "" : number(" %.3f", frame.distance());
            String label = number("%.2f s  ", frame.seconds()) + SheetStyle.word(frame.state()) + distance;
            text(g, label, x, y + TILE + 19, 13, SheetStyle.INK);
        }
    }

    private static List<Integer> median(ClipReport.OfCharacter character) {
        CharacterScores scores = character.scores();
        Double median = scores == null ? null : scores.median();
        if (median == null) {
            return List.of();
        }
        List<FrameScore> frames = character.frames();
        return IntStream.range(0, frames.size())
                .boxed()
                .filter(i -> frames.get(i).distance() != null)
                .sorted(Comparator.comparingDouble(i -> away(frames.get(i), median)))
                .limit(MEDIAN)
                .sorted()
                .toList();
    }

    private static double away(FrameScore frame, double from) {
        Double distance = frame.distance();
        return distance == null ? Double.MAX_VALUE : Math.abs(distance - from);
    }

    private void bar(Graphics2D g, int top, Verdict.Outcome outcome, String name) {
        g.setColor(SheetStyle.of(outcome));
        g.fillRect(MARGIN, top, WIDTH - 2 * MARGIN, 36);
        text(g, SheetStyle.word(outcome) + "   " + name, MARGIN + 12, top + 25, 20, SheetStyle.on(outcome));
    }

    private void reasons(Graphics2D g, int top, List<Verdict.Reason> reasons) {
        int y = top;
        for (Verdict.Reason reason : reasons.subList(0, Math.min(2, reasons.size()))) {
            String found = reason.value() == null ? "" : number(" (found %.3f)", reason.value());
            text(g, reason.text() + ": " + reason.rule() + found, MARGIN, y, 13, SheetStyle.FAINT);
            y += 20;
        }
    }

    private static String figures(@Nullable CharacterScores scores, double threshold) {
        if (scores == null || scores.framesWithin() == null || scores.median() == null) {
            return "No frame could be measured.";
        }
        return number("%.0f %% of the measurable frames", scores.framesWithin() * 100)
                + number(" are within a distance of %.3f", threshold)
                + number("; median %.3f", scores.median())
                + "; " + scores.evaluable() + " of " + scores.sampled() + " frames measurable";
    }

    private void picture(Graphics2D g, Picture picture, int x, int y) {
        g.setColor(new Color(0xee, 0xee, 0xee));
        g.fillRect(x, y, TILE, TILE);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                image.setRGB(
                        column,
                        row,
                        picture.at(column, row, 0) << 16
                                | picture.at(column, row, 1) << 8
                                | picture.at(column, row, 2));
            }
        }
        double scale = Math.min((double) TILE / picture.width(), (double) TILE / picture.height());
        int width = (int) Math.round(picture.width() * scale);
        int height = (int) Math.round(picture.height() * scale);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, x + (TILE - width) / 2, y + (TILE - height) / 2, width, height, null);
    }

    private void text(Graphics2D g, String text, int x, int y, int size, Color colour) {
        g.setColor(colour);
        g.fill(font.outline(text, x, y, size));
    }

    /** As much of a label as fits under a tile. */
    private String cut(String label) {
        String shown = label;
        while (font.width(shown, 13) > TILE && shown.length() > 1) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return shown;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static byte[] encoded(BufferedImage image) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG cannot be written to memory", e);
        }
    }
}
