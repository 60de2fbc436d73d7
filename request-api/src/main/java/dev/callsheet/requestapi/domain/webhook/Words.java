package dev.callsheet.requestapi.domain.webhook;

import dev.callsheet.contracts.Fact;
import dev.callsheet.contracts.Violation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The few stable words of a fact that decide what a receiver does next, so that not every notice costs it a call. */
final class Words {
    private static final int MOST_CODES = 5;

    private Words() {}

    /** By the field's name. */
    static Map<String, String> of(Fact fact) {
        return switch (fact) {
            case Fact.RequestFailed failed -> Map.of("code", failed.code());
            case Fact.RequestRejected rejected ->
                Map.of(
                        "code",
                        rejected.decision().conflicts().stream()
                                .map(Violation::code)
                                .distinct()
                                .limit(MOST_CODES)
                                .collect(Collectors.joining(" ")));
            case Fact.RequestCompleted completed -> verdict(completed.verdict());
            case Fact.RequestHeld held -> verdict(held.verdict());
            case Fact.ClipScored scored -> verdict(scored.score().verdict());
            case Fact.ClipRuled ruled -> Map.of("word", ruled.ruling().word().name());
            case Fact.TakeFailed failed -> Map.of("code", failed.code());
            case Fact.CharacterMeasured measured -> Map.of("state", measured.state());
            case Fact.SessionEnded ended -> Map.of("reason", ended.reason());
            case Fact.RequestRouted routed ->
                routed.decision().route() == null
                        ? Map.of()
                        : Map.of("route", routed.decision().route().wire());
            case Fact.OfRequest _, Fact.OfSession _, Fact.OfCharacter _, Fact.CampaignScored _ -> Map.of();
        };
    }

    private static Map<String, String> verdict(@Nullable String verdict) {
        Map<String, String> words = new HashMap<>();
        if (verdict != null) {
            words.put("verdict", verdict);
        }
        return words;
    }
}
