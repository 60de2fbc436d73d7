package dev.callsheet.twin.render.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the camera does, as read from a prompt's words. */
public enum Move {
    PAN_LEFT,
    PAN_RIGHT,
    TILT_UP,
    TILT_DOWN,
    ZOOM_IN,
    ZOOM_OUT,
    RACK_FOCUS,
    HOLD;

    private static final String NOT = "(?<!\\bno )(?<!\\bnot )(?<!\\bwithout )(?<!\\bnever )";
    private static final String SIDE = "(?:pan|track|truck|slid|swip|swing)\\w*\\b[^.,;]{0,24}?";
    private static final String HEIGHT = "(?:tilt|crane|pedestal|boom)\\w*\\b[^.,;]{0,24}?";

    private static final List<Map.Entry<Move, Pattern>> WORDS = List.of(
            word(PAN_RIGHT, SIDE + "\\bfrom (?:the )?left (?:side )?(?:to|towards?) (?:the )?right\\b"),
            word(PAN_LEFT, SIDE + "\\bfrom (?:the )?right (?:side )?(?:to|towards?) (?:the )?left\\b"),
            word(PAN_LEFT, SIDE + "\\bleft(?:wards?)?\\b|\\bleft(?:ward)? pan\\b"),
            word(PAN_RIGHT, SIDE + "\\bright(?:wards?)?\\b|\\bright(?:ward)? pan\\b"),
            word(TILT_UP, HEIGHT + "\\bup(?:wards?)?\\b|\\bupward tilt\\b"),
            word(TILT_DOWN, HEIGHT + "\\bdown(?:wards?)?\\b|\\bdownward tilt\\b"),
            word(
                    ZOOM_OUT,
                    "(?:zoom|dolly|dollies|pull|mov|track)\\w*\\b[^.,;]{0,12}?\\b(?:out|back|away|backwards?)\\b|\\bpull-?(?:out|back)\\b"),
            word(
                    ZOOM_IN,
                    "(?:zoom|dolly|dollies|push|mov|clos|track)\\w*\\b[^.,;]{0,12}?\\b(?:in|into|forwards?|closer)\\b|\\bpush-?in\\b"),
            word(
                    RACK_FOCUS,
                    "rack(?:s|ing|ed)?[ -](?:the )?focus|focus[ -](?:rack|pull|shift)\\w*|pull\\w* (?:the )?focus|(?:focus|sharpness) (?:shifts|moves|changes|goes)"),
            word(
                    HOLD,
                    "(?:static|locked|fixed|still|motionless)[ -]?(?:off )?(?:shot|camera|frame)|camera (?:holds|stays|rests)"),
            word(ZOOM_IN, "(?:zoom|dolly)\\w*"));

    private record Found(Move move, int start, int end) {}

    /** The moves in the order of their words; empty if the prompt speaks of no camera. */
    public static List<Move> in(String prompt) {
        var found = new ArrayList<Found>();
        for (var word : WORDS) {
            var matcher = word.getValue().matcher(prompt);
            while (matcher.find()) {
                var next = new Found(word.getKey(), matcher.start(), matcher.end());
                if (found.stream().noneMatch(other -> next.start() < other.end() && other.start() < next.end())) {
                    found.add(next);
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found.stream().map(Found::move).toList();
    }

    private static Map.Entry<Move, Pattern> word(Move move, String words) {
        return Map.entry(move, Pattern.compile(NOT + "\\b(?:" + words + ")", Pattern.CASE_INSENSITIVE));
    }
}
