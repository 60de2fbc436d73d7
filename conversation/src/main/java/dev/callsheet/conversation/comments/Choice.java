package dev.callsheet.conversation.comments;

import java.util.List;

/**
 * The comment that is answered next, and all that are answered with it.
 *
 * @param comment whose words are said
 * @param answered it and those like it
 * @param askers how many people asked, also those who were only counted
 * @param reason why this one, for the record
 */
public record Choice(Comment comment, List<Comment> answered, int askers, Score score, String reason) {
    public Choice {
        answered = List.copyOf(answered);
    }
}
