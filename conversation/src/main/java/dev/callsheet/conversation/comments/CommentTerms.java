package dev.callsheet.conversation.comments;

import java.time.Duration;
import java.util.Set;

/**
 * What is taken, how much of it, and what counts when one is chosen.
 *
 * @param maxAge older comments are not answered
 * @param maxLength in code points
 * @param perAuthor so many comments of one author are taken within {@code authorWindow}
 * @param perSecond so many comments of all authors are taken within a second
 * @param groups so many different ones wait; the least of them gives way to a better one
 * @param members so many of one group are kept by name; more are counted only
 * @param ids so many comments are remembered, to know one that is told twice
 * @param alike the least Jaccard index of two wordings that mean the same, 0 to 1
 * @param openIfModeratorFails whether words that nobody could judge are taken
 * @param names of the avatar and of what it talks about; comments that use one are preferred
 * @param fillers words that change nothing, as a greeting does
 */
public record CommentTerms(
        Duration maxAge,
        int maxLength,
        int perAuthor,
        Duration authorWindow,
        int perSecond,
        int groups,
        int members,
        int ids,
        double alike,
        boolean openIfModeratorFails,
        Set<String> names,
        Set<String> fillers,
        Weights weights) {
    public static final CommentTerms DEFAULT = new CommentTerms(
            Duration.ofMinutes(2),
            500,
            5,
            Duration.ofMinutes(1),
            100,
            200,
            200,
            20_000,
            0.6,
            false,
            Set.of(),
            Set.of(
                    "hi", "hey", "hello", "hallo", "hola", "salut", "ciao", "please", "pls", "plz", "bitte", "lol",
                    "omg", "haha", "ok", "um", "well", "so", "btw", "thanks", "thx"),
            Weights.DEFAULT);

    public CommentTerms {
        names = Set.copyOf(names);
        fillers = Set.copyOf(fillers);
    }

    public CommentTerms withNames(Set<String> some) {
        return new CommentTerms(
                maxAge,
                maxLength,
                perAuthor,
                authorWindow,
                perSecond,
                groups,
                members,
                ids,
                alike,
                openIfModeratorFails,
                some,
                fillers,
                weights);
    }

    /**
     * What counts in a choice; {@link Score} has the formula.
     *
     * @param asker for each doubling of those who ask
     * @param question for a question mark
     * @param named for a name out of {@link CommentTerms#names}
     * @param halfLife after this much time without a new asker it is worth half
     * @param answeredFor for this long an answered one is worth less, from nothing at first
     * @param authorRest for this long an author who was chosen steps back
     * @param authorAgain what such an author's comment is worth, 0 to 1
     * @param least what is worth less is not answered
     */
    public record Weights(
            double asker,
            double question,
            double named,
            Duration halfLife,
            Duration answeredFor,
            Duration authorRest,
            double authorAgain,
            double least) {
        public static final Weights DEFAULT = new Weights(
                1.0, 0.8, 0.6, Duration.ofSeconds(45), Duration.ofMinutes(5), Duration.ofMinutes(2), 0.5, 0.15);
    }
}
