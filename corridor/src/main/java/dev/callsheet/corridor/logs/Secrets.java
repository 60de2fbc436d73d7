package dev.callsheet.corridor.logs;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Finds in a text what opens something: signatures of links, keys in headers, and the keys that this service was given. */
final class Secrets {
    private static final String MASK = "***";
    /** Shorter ones are words that stand in honest lines, too. */
    private static final int SHORTEST = 10;

    private static final Pattern NAMES = Pattern.compile(
            "(?:callsheet|scorer)\\.(?:.*\\.)?(?:key|secret|master-key|token)|quarkus\\.minio\\.secret-key");
    /** What stands before the secret is kept, so that a line still says what it is about. */
    private static final Pattern FORMS = Pattern.compile(
            "(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^&\\s\"'<>]+"
                    + "|(\\bBearer\\s+)[A-Za-z0-9._~+/=-]{6,}"
                    + "|(\\b(?:X-API-Key|Authorization)\\b[\"']?\\s*[:=]\\s*[\"']?)(?!Bearer\\b)[^\\s\"',;&}\\]]{6,}"
                    + "|(\\bcs_[a-z0-9]+_)[a-z0-9]{20,}"
                    + "|(\\bwhsec_)[A-Za-z0-9+/=]{16,}",
            Pattern.CASE_INSENSITIVE);

    private final @Nullable Pattern ours;

    private Secrets(Collection<String> ours) {
        this.ours = ours.isEmpty()
                ? null
                : Pattern.compile(ours.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** Those of a service with this configuration. */
    static Secrets of(Config config) {
        List<String> values = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> NAMES.matcher(name).matches())
                .flatMap(name -> config.getOptionalValue(name, String.class).stream())
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .toList();
        return new Secrets(values);
    }

    static Secrets of(String... ours) {
        return new Secrets(List.of(ours));
    }

    /** The text without its secrets; the same object if it has none. */
    String masked(String text) {
        String formless = FORMS.matcher(text).replaceAll(Secrets::mask);
        return ours == null ? formless : ours.matcher(formless).replaceAll(MASK);
    }

    private static String mask(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return Matcher.quoteReplacement(found.group(group) + MASK);
            }
        }
        return MASK;
    }
}
