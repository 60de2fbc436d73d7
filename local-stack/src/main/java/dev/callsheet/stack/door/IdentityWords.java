package dev.callsheet.stack.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Ruling;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was measured of people and characters, and what a person has said to it, in words. */
public final class IdentityWords {
    private static final double PERCENT = 100;
    private static final Map<String, String> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put("failed", "fail");
        OTHERS.put("review", "for a person to see");
        OTHERS.put("notMeasurable", "not measurable");
        OTHERS.put("unmade", "without a clip");
        OTHERS.put("refused", "refused");
        OTHERS.put("cancelled", "cancelled and left out");
        OTHERS.put("pending", "still open");
    }

    private IdentityWords() {}

    /** The verdict with its reason; with more than one character, or with something to look at, each by name. */
    public static String of(Fact.Score score) {
        String characters = score.characters().stream()
                .filter(one -> score.characters().size() > 1 || !one.flags().isEmpty())
                .map(IdentityWords::of)
                .collect(Collectors.joining("; "));
        return "measured: " + score.verdict() + " (" + score.reason() + ")"
                + (characters.isEmpty() ? "" : "; " + characters);
    }

    /** As {@code mia PASS (the 9th decile 0.41 is within 0.604), look at COPY_PASTE}. */
    public static String of(Fact.CharacterScore one) {
        return one.name() + " " + one.verdict() + " (" + one.reason() + ")"
                + (one.flags().isEmpty() ? "" : ", look at " + String.join(", ", one.flags()));
    }

    /** As {@code 8 of 10 pass: 80 % (49 to 94 %)}, the interval at 95 %. */
    public static String of(Fact.Consistency rate) {
        return rate(rate.passed(), rate.takes(), rate.rate(), rate.low(), rate.high());
    }

    static String rate(int passed, int of, double rate, double low, double high) {
        return "%d of %d pass: %s %% (%s to %s %%)".formatted(passed, of, percent(rate), percent(low), percent(high));
    }

    /** What did not pass, counted by why; empty if all did. */
    static String others(JsonNode counts) {
        String words = OTHERS.entrySet().stream()
                .filter(other -> counts.path(other.getKey()).asInt() > 0)
                .map(other -> counts.path(other.getKey()).asInt() + " " + other.getValue())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : "; " + words;
    }

    static String of(Fact.ClipRuled ruled) {
        return who(ruled.ruling().by()) + " has " + word(ruled.ruling().word()) + " the clip"
                + (ruled.verdict() == null ? "" : " that was measured as " + ruled.verdict())
                + (ruled.ruling().reason() == null ? "" : ": " + ruled.ruling().reason());
    }

    static String of(Fact.RequestHeld held) {
        return "waits for a person's word, its best clip was measured as " + held.verdict()
                + ": ./callsheet approve (or reject) " + held.requestId();
    }

    static String of(Fact.CharacterMeasured measured) {
        String warnings = measured.warnings().stream()
                .map(warning -> "; " + warning.reference() + ": " + warning.text())
                .collect(Collectors.joining());
        return "character " + measured.name() + ", version " + measured.version() + ": "
                + measured.state().toLowerCase(Locale.ROOT)
                + (measured.code() == null
                        ? ", from " + measured.usable() + " picture(s)"
                        : ", " + measured.code() + (measured.text() == null ? "" : ", " + measured.text()))
                + warnings;
    }

    static String of(Fact.CharacterErased erased) {
        return "character " + erased.name() + " erased, " + erased.objects() + " file(s) deleted";
    }

    static String of(Fact.CampaignScored scored) {
        return "campaign " + scored.campaign() + arm(", characters named: ", scored.bound())
                + arm(", not named: ", scored.unbound());
    }

    static String decided(Ruling.@Nullable Word word) {
        return word == null ? "" : ", " + word(word) + " by a person";
    }

    private static String arm(String name, Fact.@Nullable Consistency rate) {
        return rate == null ? "" : name + of(rate);
    }

    private static String word(Ruling.Word word) {
        return switch (word) {
            case APPROVED -> "approved";
            case REJECTED -> "rejected";
        };
    }

    private static String who(@Nullable String by) {
        return by == null ? "a person" : by;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * PERCENT);
    }
}
