package dev.callsheet.identity.evidence;

import dev.callsheet.identity.voice.VoiceReport;
import dev.callsheet.identity.voice.VoiceReport.Comparison;
import dev.callsheet.identity.voice.VoiceReport.Heard;
import dev.callsheet.identity.voice.VoiceReport.Similarity;
import org.jspecify.annotations.Nullable;

/** What a clip's page says of the voice. */
final class VoiceSection {
    private VoiceSection() {}

    static void write(HtmlPage page, VoiceReport voice) {
        page.put("h3", "Voice");
        page.put("p", says(voice.status()) + " It never changes the verdict: listen yourself.");
        page.in("dl", () -> {
            heard(page, "In the clip", voice.clip());
            heard(page, "In the sample", voice.sample());
            Comparison comparison = voice.comparison();
            if (comparison != null) {
                compared(page, comparison);
            }
        });
        page.list(voice.flags().stream().map(flag -> Names.text(flag.text())).toList());
    }

    private static String says(VoiceReport.Status status) {
        return switch (status) {
            case MEASURED -> "Compared with the sample by the operator's speaker model.";
            case ADVISORY ->
                "Compared with the sample by pitch and timbre only, which cannot tell speakers apart for certain.";
            case NO_SOUND -> "The clip has no sound.";
            case NO_SAMPLE -> "There is no voice sample to compare with.";
            case TOO_SHORT -> "Too little is spoken to compare.";
        };
    }

    private static void heard(HtmlPage page, String where, @Nullable Heard heard) {
        if (heard == null) {
            return;
        }
        page.put("dt", where)
                .put(
                        "dd",
                        Figures.seconds(heard.speechSeconds()) + " of speech in " + Figures.seconds(heard.seconds())
                                + " of sound");
    }

    private static void compared(HtmlPage page, Comparison comparison) {
        Double semitones = comparison.semitones();
        if (semitones != null) {
            page.put("dt", "Pitch")
                    .put(
                            "dd",
                            Figures.plain(Math.abs(semitones)) + " semitones "
                                    + (semitones < 0 ? "below" : "above") + " the sample (flagged from "
                                    + Figures.plain(comparison.grossSemitones()) + ")");
        }
        Similarity speaker = comparison.speaker();
        if (speaker != null) {
            page.put("dt", "Speaker model")
                    .put(
                            "dd",
                            Names.of(speaker.model()) + ": similarity " + Figures.plain(speaker.cosine())
                                    + ", the operator's limit " + Figures.plain(speaker.threshold()));
        }
    }
}
