package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.stack.door.Spoken;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/**
 * The line that changes while something goes on: on a terminal a bar that is drawn over itself, elsewhere a line of its
 * own for each change.
 */
final class StatusLine {
    private static final int WIDTH = 30;
    /** What has not ended is never shown as done. */
    private static final double MOST = 0.99;

    private static final String BEGIN_AGAIN = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String shown = "";

    StatusLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static StatusLine on(PrintWriter out) {
        Console console = System.console();
        return new StatusLine(out, console != null && console.isTerminal());
    }

    /** A line that stays, above the one that changes. */
    void print(String line) {
        out.println(terminal && !shown.isEmpty() ? BEGIN_AGAIN + line : line);
        if (terminal && !shown.isEmpty()) {
            out.print(shown);
        }
        out.flush();
    }

    /**
     * @param share of what is done, 0 to 1; NaN if that is not known, then there is no bar
     * @param words elsewhere than on a terminal a line is printed when these change
     * @param time what changes with each second, after the words
     */
    void show(double share, String words, String time) {
        String rest = time.isEmpty() ? words : words + (words.isEmpty() ? "" : "; ") + time;
        if (terminal) {
            shown = (Double.isNaN(share) ? "" : bar(share) + "  ") + rest;
            out.print(BEGIN_AGAIN + shown);
        } else if (!words.equals(shown)) {
            out.println(rest);
            shown = words;
        }
        out.flush();
    }

    /** How far one request is, on a terminal; elsewhere its history says enough. @param request as the front desk shows it */
    void progress(JsonNode request, Instant now) {
        JsonNode progress = request.path("progress");
        if (terminal && progress.isObject()) {
            show(share(request, progress, now), words(progress), time(progress, now));
        }
    }

    /** Of the time that it is likely to take. */
    private static double share(JsonNode request, JsonNode progress, Instant now) {
        if (!progress.has("likelyAt") || !request.has("createdAt")) {
            return Double.NaN;
        }
        Instant begin = Instant.parse(request.path("createdAt").asText());
        Instant likely = Instant.parse(progress.path("likelyAt").asText());
        double whole = Duration.between(begin, likely).toMillis();
        return whole <= 0 ? MOST : Math.min(MOST, Duration.between(begin, now).toMillis() / whole);
    }

    private static String words(JsonNode progress) {
        String state = progress.path("state").asText();
        return progress.has("place") ? state + ", " + progress.path("place").asInt() + " before it" : state;
    }

    private static String time(JsonNode progress, Instant now) {
        return progress.has("likelyAt")
                ? "ends likely in " + left(progress.path("likelyAt"), now) + ", at the latest in "
                        + left(progress.path("latestAt"), now)
                : "";
    }

    private static String left(JsonNode moment, Instant now) {
        return Spoken.time(Duration.between(now, Instant.parse(moment.asText())).toMillis());
    }

    /** Takes away what is shown. */
    void clear() {
        if (terminal && !shown.isEmpty()) {
            out.print(BEGIN_AGAIN);
            out.flush();
        }
        shown = "";
    }

    /** Leaves what is shown where it is. */
    void end() {
        if (terminal && !shown.isEmpty()) {
            out.println();
            out.flush();
        }
        shown = "";
    }

    private static String bar(double share) {
        double within = Math.clamp(share, 0, 1);
        int full = (int) (within * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + (int) (within * 100) + " %";
    }
}
