package dev.callsheet.conversation.plan;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that the house itself has an avatar say, in one language.
 *
 * @param language its tag, such as {@code de}
 * @param disclosure that this is an AI
 * @param budgetEnded farewell: the session's money is spent
 * @param creditsEnded farewell: the house's is
 * @param lengthReached farewell: it was as long as was asked for
 * @param planEnded farewell: the plan is done
 * @param resting farewell for some hours
 * @param ended farewell without a reason
 */
public record Phrases(
        String language,
        String disclosure,
        String budgetEnded,
        String creditsEnded,
        String lengthReached,
        String planEnded,
        String resting,
        String ended) {
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "zh", "ko", "sv", "tr", "ar");
    private static final Map<String, Phrases> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Phrases::load));

    /** The languages there are; the first stands in for all others. */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /** In the language of a BCP 47 tag such as {@code pt-BR}; in English if it is null or not one of ours. */
    public static Phrases in(@Nullable String tag) {
        String language =
                tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        Phrases found = ALL.get(language);
        return found == null ? ALL.get(LANGUAGES.getFirst()) : found;
    }

    private static Phrases load(String language) {
        var texts = new Properties();
        try (Reader file = new InputStreamReader(
                Phrases.class.getResourceAsStream("phrases/" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Function<String, String> text = name -> {
            String found = texts.getProperty(name);
            if (found == null) {
                throw new IllegalStateException("phrases/" + language + ".properties has no " + name);
            }
            return found;
        };
        return new Phrases(
                language,
                text.apply("disclosure"),
                text.apply("budgetEnded"),
                text.apply("creditsEnded"),
                text.apply("lengthReached"),
                text.apply("planEnded"),
                text.apply("resting"),
                text.apply("ended"));
    }
}
