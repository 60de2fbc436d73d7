package dev.callsheet.avatar.outbound.silero;

import dev.callsheet.conversation.hearing.VoiceActivity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures how well speech is told from other sound: the figures of the service's README. Run by hand on a folder with
 * {@code speech/*.wav} and {@code other/*.wav} (16 kHz mono signed 16-bit; a header of 44 bytes). Speech is where a recording
 * is louder than -35 dB of its loudest frame; softer frames within 200 ms of that belong to neither.
 */
final class ActivityFigures {
    private static final int FRAME = VoiceActivity.FRAME;
    private static final double SECOND = Sounds.RATE;
    private static final double LEVEL = Math.pow(10, -3.5);
    private static final int NEAR = 6;

    private ActivityFigures() {}

    public static void main(String[] folder) throws Exception {
        var silero = new Activities();
        for (double noise : new double[] {0, 0.003, 0.01}) {
            System.out.printf("background noise %.3f of full scale%n", noise);
            figures("silero", silero::open, Path.of(folder[0]), noise);
            figures("loudness", LoudnessActivity::new, Path.of(folder[0]), noise);
        }
        speed(silero);
        silero.close();
    }

    private static void figures(String name, Supplier<VoiceActivity> source, Path folder, double noise)
            throws IOException {
        int[] hits = new int[2];
        int[] alarms = new int[2];
        List<Double> begun = new ArrayList<>();
        List<Double> onset = new ArrayList<>();
        List<Double> end = new ArrayList<>();
        int split = 0;
        int missed = 0;
        List<Path> speech = files(folder.resolve("speech"));
        for (Path file : speech) {
            float[] clean = Sounds.joined(Sounds.silence(1), read(file), Sounds.silence(1));
            float[] sound = noisy(clean, noise);
            int[] truth = truth(clean);
            count(source.get(), sound, truth, hits, alarms);
            var heard = Listening.to(sound, source.get());
            missed += heard.began.isEmpty() ? 1 : 0;
            split += Math.max(0, heard.began.size() - 1);
            if (!heard.began.isEmpty() && !heard.ended.isEmpty()) {
                double from = first(truth) * FRAME / SECOND;
                begun.add(heard.beganTold.getFirst() - from);
                onset.add(heard.began.getFirst() - from);
                end.add(heard.ended.getLast() - (last(truth) + 1) * FRAME / SECOND);
            }
        }
        int[] otherAlarms = new int[2];
        int utterances = 0;
        for (Path file : files(folder.resolve("other"))) {
            float[] sound = noisy(read(file), noise);
            count(source.get(), sound, new int[sound.length / FRAME], new int[2], otherAlarms);
            utterances += Listening.to(sound, source.get()).began.size();
        }
        System.out.printf(
                Locale.ROOT,
                "  %-9s frames: TPR %.3f (n %d), FPR %.3f in pauses (n %d), %.4f in other sound (n %d);"
                        + " %d utterances out of other sound%n",
                name,
                (double) hits[0] / hits[1],
                hits[1],
                (double) alarms[0] / Math.max(1, alarms[1]),
                alarms[1],
                (double) otherAlarms[0] / Math.max(1, otherAlarms[1]),
                otherAlarms[1],
                utterances);
        System.out.printf(
                Locale.ROOT,
                "  %-9s %d recordings, %d missed, %d cuts within; begin told after %s s, begin placed %s s off, end"
                        + " placed %s s off (median, worst)%n",
                "",
                speech.size(),
                missed,
                split,
                spread(begun),
                spread(onset),
                spread(end));
    }

    private static void count(VoiceActivity activity, float[] sound, int[] truth, int[] hits, int[] alarms) {
        for (int i = 0; i < truth.length; i++) {
            boolean speech = activity.probability(Arrays.copyOfRange(sound, i * FRAME, (i + 1) * FRAME)) >= 0.5f;
            if (truth[i] == 1) {
                hits[0] += speech ? 1 : 0;
                hits[1]++;
            } else if (truth[i] == 0) {
                alarms[0] += speech ? 1 : 0;
                alarms[1]++;
            }
        }
        activity.close();
    }

    /** For each frame 1 is speech, 0 is none, -1 is near to it. */
    private static int[] truth(float[] sound) {
        double[] power = new double[sound.length / FRAME];
        double loudest = 0;
        for (int i = 0; i < power.length; i++) {
            for (int n = i * FRAME; n < (i + 1) * FRAME; n++) {
                power[i] += sound[n] * sound[n];
            }
            loudest = Math.max(loudest, power[i]);
        }
        int[] truth = new int[power.length];
        for (int i = 0; i < truth.length; i++) {
            for (int near = Math.max(0, i - NEAR); near <= Math.min(truth.length - 1, i + NEAR); near++) {
                if (power[near] > loudest * LEVEL) {
                    truth[i] = near == i ? 1 : truth[i] == 1 ? 1 : -1;
                }
            }
        }
        return truth;
    }

    private static int first(int[] truth) {
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] == 1) {
                return i;
            }
        }
        return 0;
    }

    private static int last(int[] truth) {
        for (int i = truth.length - 1; i >= 0; i--) {
            if (truth[i] == 1) {
                return i;
            }
        }
        return 0;
    }

    private static void speed(Activities silero) {
        float[] frame = Arrays.copyOf(Sounds.voice(120, 0.1), FRAME);
        var activity = silero.open();
        for (int i = 0; i < 2000; i++) {
            activity.probability(frame);
        }
        long from = System.nanoTime();
        for (int i = 0; i < 5000; i++) {
            activity.probability(frame);
        }
        System.out.printf(Locale.ROOT, "a frame takes %.3f ms%n", (System.nanoTime() - from) / 5000e6);
        activity.close();
    }

    private static float[] noisy(float[] sound, double level) {
        var random = new Random(9);
        float[] noisy = sound.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (level * random.nextGaussian());
        }
        return noisy;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
    }

    private static float[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(44);
        float[] sound = new float[bytes.remaining() / 2];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = bytes.getShort() / 32768f;
        }
        return sound;
    }

    private static String spread(List<Double> values) {
        if (values.isEmpty()) {
            return "none";
        }
        List<Double> sorted = values.stream().sorted().toList();
        double worst = Math.abs(sorted.getFirst()) > Math.abs(sorted.getLast()) ? sorted.getFirst() : sorted.getLast();
        return String.format(Locale.ROOT, "%.2f, %.2f", sorted.get(sorted.size() / 2), worst);
    }
}
