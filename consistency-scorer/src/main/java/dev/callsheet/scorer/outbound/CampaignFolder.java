package dev.callsheet.scorer.outbound;

import dev.callsheet.identity.evidence.CampaignPage;
import dev.callsheet.identity.evidence.CampaignSheet;
import dev.callsheet.identity.evidence.ReportJson;
import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.onnx.ModelFiles;
import jakarta.enterprise.context.ApplicationScoped;

/** Where a campaign's report lies in the store: the whole as JSON, the sheet, the page that can be sent on. */
@ApplicationScoped
public class CampaignFolder {
    private static final String REPORT = "campaign.json";
    private static final String SHEET = "sheet.png";
    private static final String PAGE = "report.html";

    private final ObjectStore store;
    private final CampaignSheet sheet;
    private final CampaignPage page = new CampaignPage();
    private final ReportJson report = new ReportJson();

    CampaignFolder(ObjectStore store, ModelFiles files) {
        this.store = store;
        this.sheet = new CampaignSheet(files);
    }

    /** Addresses of what was stored. */
    public record Stored(String report, String sheet, String page) {}

    /** Stores the three; a repeat replaces them. @throws StoreAway if the store does not take them */
    public Stored store(String folder, CampaignReport campaign) {
        store.put(folder + SHEET, sheet.png(campaign), "image/png");
        store.put(folder + PAGE, page.html(campaign), "text/html");
        store.put(folder + REPORT, report.write(campaign), "application/json");
        String address = store.address(folder);
        return new Stored(address + REPORT, address + SHEET, address + PAGE);
    }
}
