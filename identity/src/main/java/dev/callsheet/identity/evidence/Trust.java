package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.ClipReport;
import java.util.List;
import java.util.Locale;

/** The part of a page that says from what the limits were made and what a verdict cannot claim. */
final class Trust {
    private Trust() {}

    static void of(HtmlPage page, ClipReport.Ruler ruler) {
        page.in("dl", () -> {
            page.put("dt", "Calibration").put("dd", Names.of(ruler.id()));
            page.put("dt", "Made from").put("dd", Names.text(ruler.note()));
            page.put("dt", "Limit")
                    .put(
                            "dd",
                            "distance " + Figures.plain(ruler.limits().threshold()) + " (" + Names.of(ruler.scoreKind())
                                    + "), set so that of the strangers it was made from "
                                    + strangers(ruler.falseAcceptRate()) + " passes; a rate below "
                                    + strangers(ruler.claimable()) + " could not be told");
            page.put("dt", "Finds faces").put("dd", Names.of(ruler.detector()));
            page.put("dt", "Compares faces").put("dd", Names.of(ruler.embedder()));
        });
        page.list(List.of(
                "A pass says that the face would be taken for the same person. It does not say that it is exactly the"
                        + " same: a half-and-half blend of two faces can still pass a single frame, which is why drift"
                        + " is measured too.",
                "Close relatives and look-alikes can be nearer than strangers are.",
                "Only faces of humans are measured: no body, clothes, hands, style or acting. Small, turned, covered or"
                        + " blurred faces count as not measured, never as passed.",
                "Error rates were measured on photographs; generated video may differ."));
    }

    private static String strangers(double rate) {
        return rate <= 0 ? "none" : String.format(Locale.ROOT, "1 of %d", Math.max(1, Math.round(1 / rate)));
    }
}
