package dev.callsheet.conversation.comments;

import dev.callsheet.conversation.line.Work;
import java.util.List;

/** Says which words of strangers may be taken up. */
public interface Moderator {
    /** Starts to judge; the sink is called once, on any thread, perhaps before this returns. */
    Work judge(List<String> texts, Sink sink);

    /** Takes the verdicts, or why there are none. */
    interface Sink {
        /** @param verdicts one for each text, in their order */
        void verdicts(List<Verdict> verdicts);

        /** @param code stable dotted code, {@code moderation.*} */
        void failed(String code, String message);
    }

    /** @param label what was found, for those who run the house; empty if nothing was */
    record Verdict(boolean allowed, String label) {
        public static final Verdict ALLOWED = new Verdict(true, "");

        public static Verdict refused(String label) {
            return new Verdict(false, label);
        }
    }
}
