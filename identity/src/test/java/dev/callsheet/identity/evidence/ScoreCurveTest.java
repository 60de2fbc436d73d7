package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.measure.ClipReport;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ScoreCurveTest {
    private final ScoreCurve curve = new ScoreCurve();

    @Test
    void eachCharacterHasAPanelWithItsLimit() {
        Xml svg = svg(Drawn.two().report());

        assertThat(svg.named("g", "character")).hasSize(2);
        assertThat(svg.named("g", "limit")).hasSize(2);
        assertThat(svg.text()).contains("PASS · Mia", "FAIL · Otto", "limit 0.604", "seconds");
    }

    @Test
    void aFailingIntervalIsShadedFromItsBeginningToItsEnd() {
        ClipReport report = Drawn.switched().report();
        Element shaded = (Element) svg(report)
                .named("g", "failing")
                .getFirst()
                .getElementsByTagName("rect")
                .item(0);

        double share = Double.parseDouble(shaded.getAttribute("width")) / plotWidth(report);
        assertThat(share).isBetween(2.3 / 5, 2.4 / 5);
    }

    @Test
    void aClipThatNeverFailsHasNothingShaded() {
        assertThat(svg(Drawn.pass().report())
                        .named("g", "failing")
                        .getFirst()
                        .getElementsByTagName("rect")
                        .getLength())
                .isZero();
    }

    @Test
    void cutsAreMarked() {
        assertThat(svg(Drawn.two().report()).named("g", "cuts"))
                .allSatisfy(cuts -> assertThat(Xml.children(cuts, "text")).isEqualTo(2));
    }

    @Test
    void eachFrameHasOneMarkAndEachStateItsOwnShape() {
        Element frames = svg(Drawn.ambiguous().report()).named("g", "frames").getFirst();

        assertThat(Xml.children(frames, "ellipse"))
                .as("measured: dot and outline")
                .isEqualTo(2 * 8);
        assertThat(Xml.children(frames, "path"))
                .as("11 triangles with outline, 2 crosses")
                .isEqualTo(2 * 11 + 2);
    }

    @Test
    void framesWithoutAFaceStandBelowThePlotAndAreNotSkipped() {
        Element frames = svg(Drawn.noFace().report()).named("g", "frames").getFirst();

        assertThat(Xml.children(frames, "path")).isEqualTo(10);
        assertThat(Xml.children(frames, "rect")).as("too unclear: squares").isEqualTo(3);
        Element square = (Element) frames.getElementsByTagName("rect").item(0);
        assertThat(Double.parseDouble(square.getAttribute("y"))).isGreaterThan(40 + 28 + 148);
    }

    @Test
    void aNearerFaceIsDrawnHigher() {
        Element far = first(Drawn.ambiguous().report());
        Element near = first(Drawn.pass().report());

        assertThat(cy(near)).isLessThan(cy(far));
    }

    @Test
    void aMascotHasNoCurveButIsNamed() {
        Xml svg = svg(Drawn.mascot().report());

        assertThat(svg.named("g", "curve")).isEmpty();
        assertThat(svg.text()).contains("Bolt", "a person has to look");
    }

    @Test
    void anUnreadableClipIsSaidInWords() {
        assertThat(svg(Drawn.unreadable().report()).text()).contains("no video that can be read");
    }

    @Test
    void namesStayTextWhateverTheyHold() {
        Xml svg = svg(Drawn.hostile().report());

        assertThat(svg.all("script")).isEmpty();
        assertThat(svg.text()).contains("<script>alert('x')</script>", "מיכל").doesNotContain("\u202e");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(curve.svg(Drawn.switched().report()))
                .isEqualTo(curve.svg(Drawn.switched().report()));
    }

    private Xml svg(ClipReport report) {
        return Xml.of(curve.svg(report));
    }

    private Element first(ClipReport report) {
        return (Element) svg(report)
                .named("g", "frames")
                .getFirst()
                .getElementsByTagName("ellipse")
                .item(0);
    }

    private static double cy(Element mark) {
        return Double.parseDouble(mark.getAttribute("cy"));
    }

    private double plotWidth(ClipReport report) {
        Element zone = (Element) svg(report)
                .named("g", "zones")
                .getFirst()
                .getElementsByTagName("rect")
                .item(0);
        return Double.parseDouble(zone.getAttribute("width"));
    }
}
