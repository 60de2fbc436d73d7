package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.CampaignReport.Clip;
import dev.callsheet.identity.measure.CampaignReport.Mark;
import dev.callsheet.identity.measure.CampaignReport.OfCharacter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All takes of a campaign with what became of them. */
final class TakesTable {
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final HtmlPage page;
    private final CampaignReport report;

    TakesTable(HtmlPage page, CampaignReport report) {
        this.page = page;
        this.report = report;
    }

    void write() {
        page.in("table", List.of("class", "figures"), () -> {
            page.put("caption", "In the order of time; the numbers are those of the charts.");
            page.in(
                    "thead",
                    () -> page.in(
                            "tr",
                            () -> List.of("Clip", "Verdict", "A person's word", "Figures", "Why")
                                    .forEach(heading -> page.put("th", heading, "scope", "col"))));
            page.in("tbody", () -> {
                for (int i = 0; i < report.clips().size(); i++) {
                    int index = i;
                    page.in("tr", () -> row(index));
                }
            });
        });
    }

    private void row(int index) {
        Clip clip = report.clips().get(index);
        page.in("th", List.of("scope", "row"), () -> {
            String name = CampaignWords.clip(report, index);
            String link = CampaignWords.link(clip.report());
            if (link == null) {
                page.put("span", name);
            } else {
                page.put("a", name, "href", link);
            }
            page.put("div", (clip.bound() ? "bound" : "text only") + ", " + AT.format(clip.at()), "class", "kind");
        });
        page.in(
                "td",
                () -> page.word(
                        "span", SheetStyle.word(clip.outcome()), clip.outcome().name()));
        page.put("td", CampaignWords.word(clip.ruling()), "data-label", "a person's word");
        page.put("td", figures(index), "data-label", "figures");
        page.put("td", Names.text(clip.reason()), "class", "what");
    }

    private String figures(int index) {
        List<String> figures = new ArrayList<>();
        for (OfCharacter character : report.characters()) {
            for (Mark mark : character.marks()) {
                if (mark.clip() == index) {
                    figures.add(figures(character, mark));
                }
            }
        }
        return figures.isEmpty() ? Figures.NONE : String.join("; ", figures);
    }

    private static String figures(OfCharacter character, Mark mark) {
        String flags = mark.flags().isEmpty()
                ? ""
                : ", flagged "
                        + Names.text(String.join(", ", mark.flags()))
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ');
        return Names.of(character.name()) + ": median " + Figures.distance(mark.median()) + ", within "
                + Figures.percent(mark.framesWithin()) + (mark.pinned() ? ", pinned" : "") + flags;
    }
}
