package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.Verdict;
import java.awt.Color;

/** Colours that colour-blind people can tell (Okabe and Ito 2008), each with a word, so that none stands alone. */
final class SheetStyle {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x20, 0x20, 0x20);
    static final Color FAINT = new Color(0x70, 0x70, 0x70);
    private static final Color BLUE = new Color(0x00, 0x72, 0xb2);
    private static final Color VERMILION = new Color(0xd5, 0x5e, 0x00);
    private static final Color YELLOW = new Color(0xf0, 0xe4, 0x42);
    private static final Color GREY = new Color(0x99, 0x99, 0x99);

    private SheetStyle() {}

    static Color of(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASS -> BLUE;
            case FAIL -> VERMILION;
            case REVIEW -> YELLOW;
            case NOT_MEASURABLE -> GREY;
        };
    }

    static Color on(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASS, FAIL -> Color.WHITE;
            case REVIEW, NOT_MEASURABLE -> INK;
        };
    }

    static String word(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASS -> "PASS";
            case FAIL -> "FAIL";
            case REVIEW -> "REVIEW";
            case NOT_MEASURABLE -> "NOT MEASURABLE";
        };
    }

    static Color of(FrameScore.State state) {
        return switch (state) {
            case OK -> BLUE;
            case BELOW -> VERMILION;
            case LOW_QUALITY, NO_FACE -> GREY;
        };
    }

    static String word(FrameScore.State state) {
        return switch (state) {
            case OK -> "same";
            case BELOW -> "other";
            case LOW_QUALITY -> "too small";
            case NO_FACE -> "not seen";
        };
    }
}
