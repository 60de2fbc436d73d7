package dev.callsheet.avatar.live.show;

import dev.callsheet.conversation.comments.CommentTerms;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How the audience's comments are taken ({@code callsheet.comments.*}). */
@ConfigMapping(prefix = "callsheet.comments")
public interface CommentSettings {
    /** How often each show is looked at. */
    @WithDefault("PT0.5S")
    Duration tick();

    /** Older comments are not answered. */
    @WithDefault("PT2M")
    Duration maxAge();

    /** In code points. */
    @WithDefault("500")
    int maxLength();

    /** Comments of one author within {@link #authorWindow}. */
    @WithDefault("5")
    int perAuthor();

    @WithDefault("PT1M")
    Duration authorWindow();

    /** Comments of all authors of a session within a second. */
    @WithDefault("100")
    int perSecond();

    /** Different comments that wait in a session. */
    @WithDefault("200")
    int groups();

    /** The least Jaccard index of two wordings that mean the same. */
    @WithDefault("0.6")
    double alike();

    /** Words that change nothing, as a greeting does. */
    @WithDefault("hi,hey,hello,hallo,hola,salut,ciao,please,pls,plz,bitte,lol,omg,haha,ok,um,well,so,btw,thanks,thx")
    List<String> fillers();

    /** Whether comments are taken that no moderator could judge. */
    @WithDefault("false")
    boolean openIfModeratorFails();

    /** What counts in a choice. */
    Weights weights();

    /** The score is (asker x log2(1 + askers) + question + named) x freshness x news x author. */
    interface Weights {
        @WithDefault("1.0")
        double asker();

        @WithDefault("0.8")
        double question();

        @WithDefault("0.6")
        double named();

        @WithDefault("PT45S")
        Duration halfLife();

        @WithDefault("PT5M")
        Duration answeredFor();

        @WithDefault("PT2M")
        Duration authorRest();

        @WithDefault("0.5")
        double authorAgain();

        @WithDefault("0.15")
        double least();
    }

    /** @param names of the avatar and of what it talks about */
    default CommentTerms terms(Set<String> names) {
        var usual = CommentTerms.DEFAULT;
        var weights = weights();
        return new CommentTerms(
                maxAge(),
                maxLength(),
                perAuthor(),
                authorWindow(),
                perSecond(),
                groups(),
                usual.members(),
                usual.ids(),
                alike(),
                openIfModeratorFails(),
                names,
                Set.copyOf(fillers()),
                new CommentTerms.Weights(
                        weights.asker(),
                        weights.question(),
                        weights.named(),
                        weights.halfLife(),
                        weights.answeredFor(),
                        weights.authorRest(),
                        weights.authorAgain(),
                        weights.least()));
    }
}
