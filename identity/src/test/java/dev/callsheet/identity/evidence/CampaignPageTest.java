package dev.callsheet.identity.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.onnx.ModelFiles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignPageTest {
    private final CampaignPage page = new CampaignPage();

    @Test
    void theTwoArmsStandApartEachWithItsNumberAndInterval() {
        Xml html = html(DrawnCampaign.small());

        assertThat(html.text())
                .contains("5 of 8 passed: 63 %", "n = 8", "31 % to 86 %")
                .contains("n = 2", "0 % to 66 %");
        assertThat(html.named("g", "bound")).hasSize(1);
        assertThat(html.named("g", "unbound")).hasSize(1);
    }

    @Test
    void noSentenceSaysThatOneArmIsBetter() {
        assertThat(html(DrawnCampaign.small()).text().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("better", "beats", "higher rate", "outperform", "worse");
    }

    @Test
    void takesWithoutAClipAreCountedAndNamed() {
        assertThat(html(DrawnCampaign.small()).text())
                .contains("1 take was refused or failed")
                .contains("3: request 0f8a1002, take 3: the provider refused the prompt: content policy");
    }

    @Test
    void eachTakeHasARowWithVerdictRulingAndFigures() {
        Xml html = html(DrawnCampaign.small());

        assertThat(html.all("tr")).hasSize(1 + 10);
        String fifth = html.all("tr").get(5).getTextContent();
        assertThat(fifth).contains("FAIL", "rejected by a person", "within 8 %");
        assertThat(html.all("tr").get(10).getTextContent()).contains("text only");
    }

    @Test
    void onlyRelativeAddressesBecomeLinks() {
        assertThat(html(DrawnCampaign.small()).all("a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("../take-0/score/report.html");
        assertThat(CampaignWords.link("//host/x")).isNull();
        assertThat(CampaignWords.link("\\\\host\\x")).isNull();
        assertThat(CampaignWords.link("java\nscript:x")).isNull();
    }

    @Test
    void allNotesAreShown() {
        CampaignReport report = DrawnCampaign.small();

        assertThat(html(report).text()).contains(report.notes());
    }

    @Test
    void fewClipsHaveNumbersInTheMatrixAndManyAreDrawnInBlocks() {
        var few = html(DrawnCampaign.small()).named("g", "matrix").getFirst();
        Xml large = html(DrawnCampaign.large());
        var many = large.named("g", "matrix").getFirst();

        assertThat(Xml.children(few, "text"))
                .as("8 measured clips, less the diagonal")
                .isEqualTo(8 * 7);
        assertThat(Xml.children(many, "text")).isZero();
        assertThat(Xml.children(many, "rect")).isEqualTo(50 * 50);
        assertThat(large.text()).contains("a block of 3 by 3 clips", "150 of 200 clips, evenly chosen");
    }

    @Test
    void aCampaignWithoutTakesSaysSo() {
        Xml html = html(DrawnCampaign.empty());

        assertThat(html.text()).contains("No take of this campaign has come to an end yet.", "<b>\"nothing\"</b>");
        assertThat(html.all("b")).isEmpty();
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        CampaignSheet sheet = new CampaignSheet(new ModelFiles(Optional.empty()));

        assertThat(page.html(DrawnCampaign.small())).isEqualTo(page.html(DrawnCampaign.small()));
        assertThat(sheet.png(DrawnCampaign.small())).isEqualTo(sheet.png(DrawnCampaign.small()));
    }

    private Xml html(CampaignReport report) {
        return Xml.of(page.html(report));
    }
}
