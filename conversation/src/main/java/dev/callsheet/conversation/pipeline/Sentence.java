package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.turn.Pcm;
import dev.callsheet.conversation.turn.SpokenText;
import java.time.Duration;
import java.util.Arrays;

/** One sentence of an answer, its sound, and how far it has come. Only the conversation's loop touches it. */
final class Sentence {
    /** Where a sound's full length is not known: about 15 letters are said in a second. */
    private static final Duration LETTER = Duration.ofMillis(65);

    private static final byte[] NOTHING = {};

    private final String text;
    private byte[] sound = NOTHING;
    private int length;
    private int given;
    private boolean voiced;
    private boolean whole;
    private Duration offset = Duration.ZERO;
    private String heard = "";

    Sentence(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    void add(byte[] pcm) {
        if (length + pcm.length > sound.length) {
            sound = Arrays.copyOf(sound, Math.max(length + pcm.length, sound.length * 2));
        }
        System.arraycopy(pcm, 0, sound, length, pcm.length);
        length += pcm.length;
    }

    /** Its sound is complete. @param whole as the text says; false if it broke off */
    void voiced(boolean whole) {
        this.voiced = true;
        this.whole = whole;
    }

    boolean isVoiced() {
        return voiced;
    }

    /** Nothing of its sound is there. */
    void silence() {
        sound = NOTHING;
        length = 0;
        given = 0;
    }

    /** The size of its next piece; 0 if there is none yet, or none any more. */
    int next(Duration wanted) {
        return Pcm.piece(length - given, voiced, wanted);
    }

    byte[] take(int size) {
        byte[] piece = Arrays.copyOfRange(sound, given, given + size);
        given += size;
        return piece;
    }

    boolean begun() {
        return given > 0;
    }

    /** Nothing of it is left to give. */
    boolean allGiven() {
        return voiced && length - given < 2;
    }

    /** It will be given again from its begin. */
    void again() {
        given = 0;
    }

    /** @param before how much sound its utterance has before it */
    void begin(Duration before) {
        offset = before;
    }

    Duration offset() {
        return offset;
    }

    /** Whether an avatar that has come so far has said all of it. */
    boolean over(Duration position) {
        return position.compareTo(offset.plus(Pcm.length(length & ~1))) >= 0;
    }

    /** The avatar has come so far in its utterance. */
    void played(Duration position) {
        Duration mine = position.minus(offset);
        if (mine.isPositive()) {
            Duration full =
                    voiced && whole ? Pcm.length(length) : max(Pcm.length(length), LETTER.multipliedBy(text.length()));
            double share = full.isZero() ? 1 : (double) mine.toNanos() / full.toNanos();
            String now = SpokenText.heard(text, share);
            heard = now.length() > heard.length() ? now : heard;
        }
    }

    /** It was heard as far as there was sound; the sound is not needed any more. */
    void done() {
        if (!voiced || whole) {
            heard = text;
        }
        sound = NOTHING;
    }

    /** What was heard of it, up to the last whole word. */
    String heard() {
        return heard;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
