package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.ClipReport;
import dev.callsheet.identity.measure.ClipReport.OfCharacter;
import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.measure.Stills;
import dev.callsheet.identity.measure.Verdict;
import java.util.List;

/**
 * One clip's measurement as one page that can be sent on: the verdict and what to do first, then the evidence, then how
 * far it can be trusted. Thread-safe.
 */
public final class ClipPage {
    private final ContactSheet sheet;
    private final ScoreCurve curve = new ScoreCurve();

    public ClipPage(ContactSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * The page as UTF-8 HTML. The same title and measurement give the same bytes.
     *
     * @param title what people call the clip; it may hold anything
     */
    public byte[] html(String title, Measurement measurement) {
        ClipReport report = measurement.report();
        HtmlPage page = new HtmlPage();
        String shown = Names.of(title);
        page.in("header", () -> head(page, shown, report));
        page.in("main", () -> {
            page.put("h2", "What to do").list(Advice.of(report));
            if (!report.characters().isEmpty()) {
                page.put("h2", "Contact sheet");
            }
            for (int i = 0; i < report.characters().size(); i++) {
                sheet(page, measurement, i);
            }
            if (report.characters().stream()
                    .anyMatch(character -> !character.frames().isEmpty())) {
                page.put("h2", "Over the clip");
                page.put(
                        "p",
                        "Each mark is a frame. Above the dashed line the face is taken for the same person; a"
                                + " hatched stretch is beyond the limit.");
                page.drawing(curve.drawing(report));
            }
            report.characters().forEach(character -> new CharacterSection(page, report, character).write());
            clip(page, report);
            page.put("h2", "How far to trust this");
            Trust.of(page, report.calibration());
        });
        return page.bytes(SheetStyle.word(report.verdict()) + ": " + shown);
    }

    private static void head(HtmlPage page, String title, ClipReport report) {
        page.put("p", "Callsheet identity report", "class", "kind").put("h1", title);
        Verdict.Outcome verdict = report.verdict();
        page.in("div", List.of("class", "verdict " + HtmlPage.cssClass(verdict.name())), () -> {
            page.word("strong", SheetStyle.word(verdict), verdict.name());
            page.put("span", PlainWords.verdict(report));
        });
        if (report.characters().isEmpty()) {
            page.list(report.reasons().stream()
                    .map(reason -> Names.text(reason.text()))
                    .toList());
        }
    }

    /** One picture for each character, so that none is longer than a printed page. */
    private void sheet(HtmlPage page, Measurement measurement, int index) {
        ClipReport report = measurement.report();
        OfCharacter character = report.characters().get(index);
        List<Stills> stills = measurement.stills().stream().skip(index).limit(1).toList();
        ClipReport one = new ClipReport(
                report.schema(),
                report.verdict(),
                report.reasons(),
                report.clip(),
                report.calibration(),
                report.sampling(),
                List.of(character),
                report.flags());
        byte[] png = sheet.png(new Measurement(one, stills, List.of()), false);
        String says = "Contact sheet: references at the left, frames beside. " + PlainWords.verdict(character);
        page.in("div", List.of("class", "wide"), () -> page.png(png, says));
    }

    private static void clip(HtmlPage page, ClipReport report) {
        page.put("h2", "The clip");
        page.list(report.flags().stream().map(CharacterSection::flag).toList());
        page.in("dl", () -> {
            var clip = report.clip();
            if (clip == null) {
                page.put("dt", "File").put("dd", "could not be read");
            } else {
                page.put("dt", "Picture").put("dd", clip.width() + " × " + clip.height() + " pixels");
                page.put("dt", "Length").put("dd", Figures.seconds(clip.seconds()) + ", " + clip.frames() + " frames");
                page.put("dt", "SHA-256 of the file").put("dd", clip.sha256());
            }
            var sampling = report.sampling();
            if (sampling != null) {
                String cuts = sampling.cuts().isEmpty()
                        ? "no cut"
                        : "cuts at "
                                + String.join(
                                        ", ",
                                        sampling.cuts().stream()
                                                .map(Figures::seconds)
                                                .toList());
                page.put("dt", "Looked at")
                        .put(
                                "dd",
                                sampling.frames() + " frames, " + sampling.refined() + " more where the face failed; "
                                        + cuts);
            }
        });
    }
}
