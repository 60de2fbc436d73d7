package dev.callsheet.avatar.outbound.moderation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who judges comments ({@code callsheet.moderation.*}): always a list of words, and besides an endpoint if one is named. */
@ConfigMapping(prefix = "callsheet.moderation")
public interface ModerationAccess {
    /** More words, besides the list's: a word, a beginning with a star, or an expression between slashes. */
    Optional<List<String>> words();

    /** A file of such entries, one on each line, in place of the built-in list; read at the start. */
    Optional<String> file();

    /** An endpoint that speaks OpenAI's moderations, such as {@code https://host/v1}; not asked if not set. */
    Optional<String> url();

    Optional<String> key();

    @WithDefault("omni-moderation-latest")
    String model();

    /** For one answer. */
    @WithDefault("PT3S")
    Duration timeout();
}
