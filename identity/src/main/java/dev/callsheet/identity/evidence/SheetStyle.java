package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.CampaignReport;
import dev.callsheet.identity.measure.FrameScore;
import dev.callsheet.identity.measure.Verdict;
import java.awt.Color;

/**
 * Colours that colour-blind people can tell (Okabe and Ito 2008; the blue darkened, so that it differs from vermilion in
 * grey too), each with a word and a shape, so that none stands alone.
 */
final class SheetStyle {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x20, 0x20, 0x20);
    static final Color FAINT = new Color(0x60, 0x60, 0x60);
    static final Color RULE = new Color(0xd8, 0xd8, 0xd8);
    static final Color NEAR_TINT = new Color(0xee, 0xf5, 0xfa);
    static final Color FAR_TINT = new Color(0xfb, 0xe6, 0xd8);
    static final Color BLUE = new Color(0x00, 0x50, 0x82);
    static final Color VERMILION = new Color(0xd5, 0x5e, 0x00);
    static final Color YELLOW = new Color(0xf0, 0xe4, 0x42);
    static final Color GREY = new Color(0xa6, 0xa6, 0xa6);

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
            case PASS -> Color.WHITE;
            case FAIL, REVIEW, NOT_MEASURABLE -> Color.BLACK;
        };
    }

    static Mark mark(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASS -> Mark.DOT;
            case FAIL -> Mark.DIAMOND;
            case REVIEW -> Mark.TRIANGLE;
            case NOT_MEASURABLE -> Mark.CROSS;
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

    static String word(CampaignReport.Outcome outcome) {
        return switch (outcome) {
            case PASS -> "PASS";
            case FAIL -> "FAIL";
            case REVIEW -> "REVIEW";
            case NOT_MEASURABLE -> "NOT MEASURABLE";
            case UNMADE -> "NO CLIP";
        };
    }

    static Color of(FrameScore.State state) {
        return switch (state) {
            case OK -> BLUE;
            case BELOW -> VERMILION;
            case AMBIGUOUS -> YELLOW;
            case LOW_QUALITY -> FAINT;
            case NO_FACE -> INK;
        };
    }

    static Mark mark(FrameScore.State state) {
        return switch (state) {
            case OK -> Mark.DOT;
            case BELOW -> Mark.DIAMOND;
            case AMBIGUOUS -> Mark.TRIANGLE;
            case LOW_QUALITY -> Mark.SQUARE;
            case NO_FACE -> Mark.CROSS;
        };
    }

    static String word(FrameScore.State state) {
        return switch (state) {
            case OK -> "same person";
            case BELOW -> "another person";
            case AMBIGUOUS -> "could be either";
            case LOW_QUALITY -> "too unclear";
            case NO_FACE -> "not seen";
        };
    }

    /** As CSS and SVG write it. */
    static String hex(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }

    /** Relative luminance of WCAG 2.2, 0 to 1. */
    static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
