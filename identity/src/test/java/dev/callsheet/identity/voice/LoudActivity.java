package dev.callsheet.identity.voice;

/** Takes whatever is louder than -46 dB for speech. */
final class LoudActivity implements VoiceActivity {
    @Override
    public float[] probabilities(Sound sound) {
        float[] samples = sound.samples();
        float[] probabilities = new float[Math.ceilDiv(samples.length, WINDOW)];
        for (int i = 0; i < probabilities.length; i++) {
            Sound window = sound.part(i * WINDOW, Math.min((i + 1) * WINDOW, samples.length));
            probabilities[i] = Levels.of(window).loudnessDbfs() > -46 ? 0.9f : 0.1f;
        }
        return probabilities;
    }
}
