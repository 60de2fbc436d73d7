package dev.callsheet.conversation.hearing;

/** Says how likely a piece of sound is speech. One for each microphone: it remembers. Not thread-safe. */
public interface VoiceActivity extends AutoCloseable {
    /** Samples in a frame. */
    int FRAME = 512;

    /** @param frame 512 samples at 16 kHz, -1 to 1 @return 0 to 1 */
    float probability(float[] frame);

    @Override
    void close();

    /** Makes one for a microphone. */
    interface Source {
        VoiceActivity open();
    }
}
