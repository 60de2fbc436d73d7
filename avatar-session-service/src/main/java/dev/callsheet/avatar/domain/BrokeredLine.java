package dev.callsheet.avatar.domain;

import dev.callsheet.conversation.line.AvatarLine;
import java.time.Instant;
import java.util.List;

/**
 * The line to an avatar that thinks and speaks by itself, in the provider's own room: audio given to it goes nowhere.
 * What was said is read from the provider's record.
 */
public interface BrokeredLine extends AvatarLine {
    String providerId();

    /**
     * What was said from a place in the record on. Blocks; throws {@link ProviderTrouble}.
     *
     * @param from where the part before ended, 0 for the begin
     */
    Part transcript(long from);

    /** @param next where to go on reading */
    record Part(List<Said> said, long next) {
        public Part {
            said = List.copyOf(said);
        }
    }

    /** @param avatar who said it: the avatar, or a person */
    record Said(boolean avatar, String text, Instant at) {}
}
