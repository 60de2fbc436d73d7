package dev.callsheet.identity.voice;

/** Tells speech from other sound. Thread-safe. */
public interface VoiceActivity {
    /** Samples in one window of {@link #probabilities}. */
    int WINDOW = 512;

    /** How likely each window of the sound is speech, 0 to 1; a last window that is not full is filled with silence. */
    float[] probabilities(Sound sound);
}
