package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.Measurement;
import dev.callsheet.identity.onnx.ModelFiles;
import java.util.List;

/** All that is left of a measurement for people and programs to look at. Thread-safe. */
public final class Evidence {
    public static final String REPORT = "report.json";
    public static final String FRAMES = "frames.csv";
    public static final String CURVE = "curve.svg";
    public static final String SHEET = "sheet.png";
    public static final String PAGE = "report.html";

    private final ContactSheet sheet;
    private final ClipPage page;
    private final ReportJson report = new ReportJson();
    private final FramesCsv frames = new FramesCsv();
    private final ScoreCurve curve = new ScoreCurve();

    public Evidence(ModelFiles files) {
        sheet = new ContactSheet(files);
        page = new ClipPage(sheet);
    }

    /** @param type as HTTP names it */
    public record File(String name, String type, byte[] bytes) {}

    /** The report last: where it is, the others are. @param title of the clip, for people */
    public List<File> of(String title, Measurement measurement) {
        return List.of(
                new File(SHEET, "image/png", sheet.png(measurement)),
                new File(FRAMES, "text/csv; charset=utf-8", frames.csv(measurement.report())),
                new File(CURVE, "image/svg+xml", curve.svg(measurement.report())),
                new File(PAGE, "text/html; charset=utf-8", page.html(title, measurement)),
                new File(REPORT, "application/json", report.write(measurement.report())));
    }
}
