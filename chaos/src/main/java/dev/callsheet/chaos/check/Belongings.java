package dev.callsheet.chaos.check;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose an object is, by its key. */
final class Belongings {
    private static final Pattern INPUT = Pattern.compile("tenant/[^/]+/media/.+");
    private static final Pattern SCORE = Pattern.compile("(tenant/[^/]+/request/[^/]+/take/[^/]+/)score/[^/]+");
    private static final Pattern ABOUT_TAKE = Pattern.compile(
            "tenant/[^/]+/(?:campaign/[^/]+/takes|identity/character/[^/]+/shown)/([0-9a-f-]{36})\\.[a-z]+");
    private static final Pattern OF_CAMPAIGN = Pattern.compile("tenant/[^/]+/campaign/[^/]+/[^/]+");
    private static final Pattern OF_CHARACTER = Pattern.compile("tenant/[^/]+/identity/character/[^/]+/(?!shown/).+");

    private final Set<String> folders;
    private final Map<UUID, ?> takes;

    /** @param folders of the finished takes @param takes all that are known */
    Belongings(Set<String> folders, Map<UUID, ?> takes) {
        this.folders = Set.copyOf(folders);
        this.takes = takes;
    }

    /** Whether it is an upload, or was made of a take that is known, or for a campaign or character. */
    boolean has(String key) {
        Matcher score = SCORE.matcher(key);
        if (score.matches()) {
            return folders.contains(score.group(1));
        }
        Matcher aboutTake = ABOUT_TAKE.matcher(key);
        if (aboutTake.matches()) {
            return takes.containsKey(UUID.fromString(aboutTake.group(1)));
        }
        return INPUT.matcher(key).matches()
                || OF_CAMPAIGN.matcher(key).matches()
                || OF_CHARACTER.matcher(key).matches();
    }
}
