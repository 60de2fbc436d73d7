package dev.callsheet.identity.evidence;

import dev.callsheet.identity.measure.ClipReport;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
final class Figures {
    static final String NONE = "–";

    private Figures() {}

    static String distance(@Nullable Double distance) {
        return distance == null ? NONE : String.format(Locale.ROOT, "%.3f", distance);
    }

    /** A change of distance, with its sign. */
    static String change(@Nullable Double change) {
        return change == null
                ? NONE
                : String.format(Locale.ROOT, "%+.3f", change).replace('-', '−');
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    /** A share of 0 to 1; nothing short of all is called 100 %, nothing more than none 0 %. */
    static String percent(@Nullable Double share) {
        if (share == null) {
            return NONE;
        }
        double percent = share * 100;
        boolean whole = Math.abs(percent - Math.rint(percent)) < 0.005;
        if (!whole && (percent > 99.5 || percent < 0.5)) {
            return String.format(Locale.ROOT, "%.1f %%", Math.clamp(percent, 0.1, 99.9));
        }
        return String.format(Locale.ROOT, "%.0f %%", percent);
    }

    /** A limit without needless zeros. */
    static String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    /** How many strangers one of whom would be as near; empty where the calibration cannot tell. */
    static String oneIn(@Nullable Long oneIn, ClipReport.Ruler ruler) {
        if (oneIn == null || oneIn < 2) {
            return "";
        }
        boolean most = ruler.claimable() > 0 && oneIn >= Math.round(1 / ruler.claimable());
        return "1 in " + oneIn + (most ? "+" : "");
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
