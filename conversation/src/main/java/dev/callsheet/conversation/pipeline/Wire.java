package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.AvatarLine;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The present line to the avatar, if there is one, and which of the utterances on it were silenced. */
final class Wire {
    private static final int REMEMBERED = 16;

    private final Set<String> silenced = new LinkedHashSet<>();
    private int leg;
    private @Nullable AvatarLine line;

    /** Takes this line, silences what an earlier process may have left on it, and closes the one before. */
    void use(int newLeg, AvatarLine next) {
        var before = line;
        leg = newLeg;
        line = next;
        silenced.clear();
        next.interrupt();
        if (before != null && before != next) {
            before.close();
        }
    }

    boolean isOf(int other) {
        return line != null && leg == other;
    }

    boolean open() {
        return line != null;
    }

    void speak(String utterance, byte[] pcm) {
        if (line != null) {
            line.speak(utterance, pcm);
        }
    }

    void speakEnd(String utterance) {
        if (line != null) {
            line.speakEnd(utterance);
        }
    }

    void silence(String utterance) {
        if (line != null) {
            line.interrupt();
            silenced.add(utterance);
            if (silenced.size() > REMEMBERED) {
                silenced.remove(silenced.iterator().next());
            }
        }
    }

    /**
     * The avatar began with an utterance that was silenced: silences it once more, once only, since the word of it may
     * just have been long under way.
     */
    boolean silenceAgain(String utterance) {
        if (line == null || !silenced.remove(utterance)) {
            return false;
        }
        line.interrupt();
        return true;
    }

    void lost() {
        if (line != null) {
            line.close();
            line = null;
        }
    }
}
