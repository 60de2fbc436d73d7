package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.picture.Box;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each looked-at frame says of each character, as a table for spreadsheets and statistics: RFC 4180, UTF-8, plain
 * decimals, empty where there is no figure. A text that a spreadsheet would run as a formula gets an apostrophe before
 * it.
 */
public final class FramesCsv {
    private static final List<String> COLUMNS = List.of(
            "character",
            "kind",
            "seconds",
            "span_seconds",
            "refined",
            "state",
            "distance",
            "one_in",
            "face_height_px",
            "yaw_degrees",
            "box_x",
            "box_y",
            "box_width",
            "box_height",
            "nearest_reference",
            "doubled",
            "why");
    private static final int PLACES = 6;

    /** A header and one row per character and frame. The same report gives the same bytes. */
    public byte[] csv(ClipReport report) {
        StringBuilder out = new StringBuilder(row(COLUMNS));
        for (OfCharacter character : report.characters()) {
            character.frames().forEach(frame -> out.append(row(cells(character, frame))));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(OfCharacter character, FrameScore frame) {
        Box box = frame.box();
        Integer nearest = frame.nearestReference();
        return List.of(
                given(character.name()),
                character.kind().name().toLowerCase(Locale.ROOT),
                number(frame.seconds()),
                number(frame.span()),
                String.valueOf(frame.refined()),
                frame.state().name(),
                number(frame.distance()),
                number(frame.oneIn()),
                number(frame.heightPx()),
                number(frame.yaw()),
                number(box == null ? null : box.x()),
                number(box == null ? null : box.y()),
                number(box == null ? null : box.width()),
                number(box == null ? null : box.height()),
                nearest == null || nearest >= character.references().size()
                        ? ""
                        : given(character.references().get(nearest)),
                String.valueOf(frame.doubled()),
                frame.why() == null ? "" : given(frame.why()));
    }

    private static String given(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String number(@Nullable Number value) {
        return switch (value) {
            case null -> "";
            case Double d when !Double.isFinite(d) -> "";
            case Double d -> {
                BigDecimal rounded = BigDecimal.valueOf(d).setScale(PLACES, RoundingMode.HALF_EVEN);
                yield rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
            }
            case Number whole -> whole.toString();
        };
    }

    private static String row(List<String> cells) {
        return cells.stream().map(FramesCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
