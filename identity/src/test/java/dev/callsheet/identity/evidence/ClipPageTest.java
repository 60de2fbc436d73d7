package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.onnx.ModelFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ClipPageTest {
    private final ContactSheet sheet = new ContactSheet(new ModelFiles(Optional.empty()));
    private final ClipPage page = new ClipPage(sheet);

    @Test
    void theVerdictComesFirstThenWhatToDoThenTheEvidence() {
        String text = text(Drawn.switched());

        assertThat(text.indexOf("The face does not look like Mia from 2.67 s to 5.00 s."))
                .isPositive()
                .isLessThan(text.indexOf("What to do"));
        assertThat(text.indexOf("What to do")).isLessThan(text.indexOf("Contact sheet"));
        assertThat(text).contains("order a new take, or cut it down");
    }

    @Test
    void eachFigureHasItsMeaningAndWhatAPassAsksFor() {
        Xml html = html("x", Drawn.pass());
        List<Element> rows = html.all("tr");

        assertThat(rows).hasSize(1 + 11);
        assertThat(rows.stream().skip(1))
                .allSatisfy(
                        row -> assertThat(row.getElementsByTagName("td").item(2).getTextContent())
                                .hasSizeGreaterThan(20));
        assertThat(html.text()).contains("at least 90 %", "at most 0.604", "under 0.5 s");
    }

    @Test
    void aRuleThatDecidedIsNamedWithWhatWasFoundAndAsked() {
        assertThat(text(Drawn.switched())).contains("found 2.33 s, asked: under 1.50 s");
        assertThat(text(Drawn.ambiguous())).contains("found 38 %, asked: at least 60 %");
    }

    @Test
    void aPageSaysFromWhatItsLimitsWereMadeAndWhatItCannotClaim() {
        assertThat(text(Drawn.pass()))
                .contains("Made by hand for drawn faces: it holds for nobody.")
                .contains("of the strangers it was made from 1 of 100 passes")
                .contains("Close relatives and look-alikes")
                .contains("blazeface-back", "dlib-face-resnet");
    }

    @Test
    void aMascotsPageSaysThatAPersonHasToLookAndNothingOfDistances() {
        String text = text(Drawn.mascot());

        assertThat(text).contains("a person has to look", "Bolt", "Too little is spoken to compare.");
        assertThat(text).doesNotContain("Over the clip");
    }

    @Test
    void flagsAndWarningsAreThere() {
        assertThat(text(Drawn.switched())).contains("the colours change from beginning to end (0.41; flagged at 0.6)");
        assertThat(text(Drawn.noFace())).contains("mia-left.jpg: the head is turned by 47 degrees");
    }

    @Test
    void aClipThatCouldNotBeReadHasAPageToo() {
        assertThat(text(Drawn.unreadable())).contains("the file is no video that can be read", "could not be read");
    }

    @Test
    void nothingComesFromOutsideAndNothingRuns() {
        Xml html = html("<script>x</script>", Drawn.hostile());

        assertThat(html.all("script")).isEmpty();
        assertThat(html.all("link")).isEmpty();
        assertThat(html.all("img")).hasSize(1).allSatisfy(img -> {
            assertThat(img.getAttribute("src")).startsWith("data:image/png;base64,");
            assertThat(img.getAttribute("alt")).contains("keeps the face");
        });
        assertThat(html.all("a")).isEmpty();
        assertThat(new String(page.html("x", Drawn.hostile()), StandardCharsets.UTF_8))
                .doesNotContain("<script", "onerror=y>", "url(", "@import")
                .contains("default-src 'none'");
    }

    @Test
    void itSaysItsLanguageAndWhatItsPicturesShow() {
        Xml html = html("Spot 3", Drawn.two());

        assertThat(html.document().getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(html.all("svg")).hasSize(1).allSatisfy(svg -> {
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).contains("Otto");
        });
        assertThat(html.all("h1").getFirst().getTextContent()).isEqualTo("Spot 3");
    }

    @Test
    void theSameMeasurementGivesTheSameBytes() {
        assertThat(page.html("x", Drawn.ambiguous())).isEqualTo(page.html("x", Drawn.ambiguous()));
        assertThat(sheet.png(Drawn.mascot())).isEqualTo(sheet.png(Drawn.mascot()));
    }

    private Xml html(String title, Measurement measurement) {
        return Xml.of(page.html(title, measurement));
    }

    private String text(Measurement measurement) {
        return html("Spot 3", measurement).text();
    }
}
