package dev.callsheet.identity.evidence;

import dev.callsheet.identity.evidence.Surface.Anchor;
import dev.callsheet.identity.measure.CharacterScores;
import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.picture.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One character's pictures: the references in a column at the left, frames in rows beside them. */
final class SheetTiles {
    private static final int TILE = 176;
    private static final int GAP = 12;
    private static final int COLUMNS = 4;
    private static final int LABEL = 46;
    private static final int HEADING = 24;
    private static final int LEFT = ContactSheet.MARGIN;
    private static final int FRAMES_LEFT = LEFT + TILE + 3 * GAP;
    private static final int WORST = 8;
    private static final int MOST_LARGE_REFERENCES = 3;

    private final PixelSurface surface;
    private final ClipReport.Ruler ruler;
    private final OfCharacter character;
    private final Stills stills;

    SheetTiles(PixelSurface surface, ClipReport.Ruler ruler, OfCharacter character, Stills stills) {
        this.surface = surface;
        this.ruler = ruler;
        this.character = character;
        this.stills = stills;
    }

    /** Draws from y down and returns where the longer column ends. */
    double draw(double y) {
        double references = references(y);
        double frames = y;
        List<Integer> worst =
                character.worst().stream().filter(this::known).limit(WORST).toList();
        if (character.frames().isEmpty()) {
            frames = row(
                    frames,
                    "Frames of the clip, evenly chosen",
                    spread(stills.frames().size(), WORST));
        } else if (character.frames().stream().noneMatch(FrameScore::evaluable)) {
            int all = Math.min(character.frames().size(), stills.frames().size());
            frames = row(frames, "Frames of the clip, evenly chosen: none could be measured", spread(all, WORST));
        } else {
            boolean allWithin =
                    worst.stream().allMatch(i -> character.frames().get(i).state() == FrameScore.State.OK);
            String heading = allWithin
                    ? "The least alike frames: all are within the limit"
                    : "Look at these first: the worst frames";
            frames = row(frames, heading, worst);
            frames = row(frames, "Typical frames: those at the median", median());
        }
        return Math.max(references, frames);
    }

    private boolean known(int index) {
        return index < character.frames().size() && index < stills.frames().size();
    }

    private double references(double y) {
        List<Picture> pictures = stills.references();
        surface.text("References", LEFT, y + 14, 14, SheetStyle.FAINT, Anchor.START);
        double top = y + HEADING;
        if (pictures.isEmpty()) {
            String none = character.prototype().equals("references")
                    ? "No reference could be used."
                    : "Pinned: " + Names.of(character.prototype()) + ". Its pictures are not kept.";
            return surface.paragraph(none, LEFT, top + 16, 13, SheetStyle.INK, TILE, 4);
        }
        boolean large = pictures.size() <= MOST_LARGE_REFERENCES;
        int side = large ? TILE : (TILE - GAP) / 2;
        int columns = large ? 1 : 2;
        int step = side + (large ? LABEL : 26);
        for (int i = 0; i < pictures.size(); i++) {
            double x = LEFT + i % columns * (side + GAP);
            double at = top + i / columns * step;
            surface.picture(pictures.get(i), x, at, side);
            String label = i < character.references().size()
                    ? Names.of(character.references().get(i))
                    : "";
            surface.text(surface.fit(label, side, 12), x, at + side + 16, 12, SheetStyle.INK, Anchor.START);
        }
        return top + (pictures.size() + columns - 1) / columns * step;
    }

    private double row(double y, String heading, List<Integer> chosen) {
        if (chosen.isEmpty()) {
            return y;
        }
        surface.text(heading, FRAMES_LEFT, y + 14, 14, SheetStyle.FAINT, Anchor.START);
        int step = TILE + (character.frames().isEmpty() ? GAP : LABEL);
        for (int i = 0; i < chosen.size(); i++) {
            double x = FRAMES_LEFT + i % COLUMNS * (TILE + GAP);
            double at = y + HEADING + i / COLUMNS * step;
            surface.picture(stills.frames().get(chosen.get(i)), x, at, TILE);
            if (chosen.get(i) < character.frames().size()) {
                label(character.frames().get(chosen.get(i)), x, at + TILE);
            }
        }
        int rows = (chosen.size() + COLUMNS - 1) / COLUMNS;
        return y + HEADING + rows * step + 6;
    }

    private void label(FrameScore frame, double x, double y) {
        surface.area(x, y, TILE, 5, SheetStyle.of(frame.state()));
        surface.mark(SheetStyle.mark(frame.state()), x + 7, y + 16, 4.5, SheetStyle.of(frame.state()));
        String state = Figures.seconds(frame.seconds()) + "  " + SheetStyle.word(frame.state());
        surface.text(state, x + 17, y + 20, 13, SheetStyle.INK, Anchor.START);
        String oneIn = Figures.oneIn(frame.oneIn(), ruler);
        String figure = switch (frame.state()) {
            case OK, BELOW -> "distance " + Figures.distance(frame.distance()) + (oneIn.isEmpty() ? "" : ", " + oneIn);
            case AMBIGUOUS -> "it may be another in the frame";
            case NO_FACE -> "no face is left for it";
            case LOW_QUALITY -> frame.why() == null ? "" : Names.text(frame.why());
        };
        surface.text(surface.fit(figure, TILE, 12), x, y + 37, 12, SheetStyle.FAINT, Anchor.START);
    }

    private List<Integer> median() {
        CharacterScores scores = character.scores();
        Double median = scores == null ? null : scores.median();
        if (median == null) {
            return List.of();
        }
        List<FrameScore> frames = character.frames();
        return IntStream.range(0, frames.size())
                .boxed()
                .filter(this::known)
                .filter(i -> frames.get(i).evaluable() && !frames.get(i).refined())
                .sorted(Comparator.comparingDouble(i -> away(frames.get(i), median)))
                .limit(COLUMNS)
                .sorted()
                .toList();
    }

    private static double away(FrameScore frame, double from) {
        Double distance = frame.distance();
        return distance == null ? Double.MAX_VALUE : Math.abs(distance - from);
    }

    /** So many of a row, first and last among them. */
    private static List<Integer> spread(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count)
                .mapToObj(i -> count == 1 ? 0 : (int) Math.round((double) i * (size - 1) / (count - 1)))
                .distinct()
                .toList();
    }
}
