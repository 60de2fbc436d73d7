package dev.callsheet.twin.speech;

/** Words of the {@link Voice} between silences, at the rate of a sound card. */
final class Question {
    private static final int RATE = 48_000;
    private static final int TIMES = RATE / Voice.SAMPLE_RATE;

    private Question() {}

    static Wav of(String text, String voice, int beforeMs, int afterMs) {
        float[] spoken = Wav.pcm(Voice.say(text, voice), Voice.SAMPLE_RATE).samples();
        int from = beforeMs * (RATE / 1000);
        float[] samples = new float[from + spoken.length * TIMES + afterMs * (RATE / 1000)];
        for (int i = 0; i < spoken.length; i++) {
            float next = i + 1 < spoken.length ? spoken[i + 1] : 0;
            samples[from + i * TIMES] = spoken[i];
            samples[from + i * TIMES + 1] = (spoken[i] + next) / 2;
        }
        return new Wav(samples, RATE);
    }
}
