package dev.callsheet.render.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.Ruling;
import dev.callsheet.contracts.TakeId;
import dev.callsheet.contracts.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says to a clip, as it came in.
 *
 * @param takeId null for the last finished take
 * @param event of which it is known that it came before
 * @param at when it was said, as the sender tells; null if not told
 */
public record PersonsWord(
        RequestId requestId,
        @Nullable TakeId takeId,
        TenantId tenant,
        Ruling.Word word,
        @Nullable String by,
        @Nullable String reason,
        UUID event,
        @Nullable Instant at) {

    /**
     * The ruling that it is. Words count in the order in which they come in; whatever the senders' clocks say, a later
     * one has a later time, in milliseconds.
     *
     * @param before the ruling on the same clip that it takes the place of; null for none
     * @param now taken for the time that was not told
     */
    public Ruling after(@Nullable Ruling before, Instant now) {
        Instant told = (at == null ? now : at).truncatedTo(ChronoUnit.MILLIS);
        Instant time =
                before == null || told.isAfter(before.at()) ? told : before.at().plusMillis(1);
        return new Ruling(word, by, reason, time);
    }
}
