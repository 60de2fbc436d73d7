package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.FrameScore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesCsvTest {
    private final FramesCsv csv = new FramesCsv();

    @Test
    void thereIsOneRowPerCharacterAndFrameAndAllAreAsWideAsTheHeader() {
        ClipReport report = Drawn.two().report();
        List<List<String>> rows = parse(csv.csv(report));

        assertThat(rows).hasSize(1 + 2 * 21);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row).hasSize(rows.getFirst().size()));
        assertThat(rows.getFirst()).startsWith("character", "kind", "seconds").doesNotHaveDuplicates();
    }

    @Test
    void figuresComeBackAsTheyWere() {
        ClipReport report = Drawn.switched().report();
        List<List<String>> rows = parse(csv.csv(report));
        List<FrameScore> frames = report.characters().getFirst().frames();

        for (int i = 0; i < frames.size(); i++) {
            List<String> row = rows.get(i + 1);
            FrameScore frame = frames.get(i);
            assertThat(Double.parseDouble(row.get(2))).isEqualTo(frame.seconds());
            assertThat(row.get(5)).isEqualTo(frame.state().name());
            assertThat(Double.parseDouble(row.get(6))).isCloseTo(frame.distance(), within(1e-6));
            assertThat(row.get(7)).isEqualTo(String.valueOf(frame.oneIn()));
        }
    }

    @Test
    void whatWasNotMeasuredIsEmptyAndSaysWhy() {
        List<String> row = parse(csv.csv(Drawn.noFace().report())).get(1);

        assertThat(row).contains("NO_FACE", "no face is left for it");
        assertThat(row.get(6)).isEmpty();
        assertThat(row.get(10)).isEmpty();
    }

    @Test
    void quotesCommasAndLineBreaksComeBackAndFormulasAreDefused() {
        ClipReport report = Drawn.hostile().report();
        List<String> row = parse(csv.csv(report)).get(1);

        assertThat(row.getFirst()).isEqualTo(report.characters().getFirst().name());
        assertThat(row.get(14)).isEqualTo("'=cmd,\"a\"\nb.jpg");
        assertThat(row.get(9)).as("a negative figure is none").isEqualTo("-3.5");
    }

    @Test
    void noFigureIsWrittenWithAnExponent() {
        assertThat(new String(csv.csv(Drawn.switched().report()), StandardCharsets.UTF_8))
                .doesNotContainPattern("\\dE-?\\d");
    }

    @Test
    void aMascotHasNoRows() {
        assertThat(parse(csv.csv(Drawn.mascot().report()))).hasSize(1);
    }

    /** RFC 4180 by the letter: CRLF ends a row, a quote within quotes is doubled. */
    private static List<List<String>> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertThat(text.charAt(++i)).isEqualTo('\n');
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(cell).isEmpty();
        return rows;
    }
}
