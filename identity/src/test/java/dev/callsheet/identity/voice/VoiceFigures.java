package dev.callsheet.identity.voice;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.decode.SoundFile;
import dev.callsheet.identity.onnx.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures how well timbre and pitch tell speakers apart: the figures of {@link TimbreDistance} and {@link VoiceMeter}.
 * Run by hand on a folder {@code speaker/piece.wav}, and on a second one with the same pieces through another channel; a
 * piece is only compared with other pieces.
 */
final class VoiceFigures {
    private record Piece(String speaker, String name, Timbre timbre, Optional<Pitch> pitch) {}

    private VoiceFigures() {}

    public static void main(String[] folders) throws Exception {
        try (SileroVad vad = new SileroVad(new ModelFiles(Optional.empty()));
                Ffmpeg ffmpeg = new Ffmpeg(new BundledPrograms(), Duration.ofSeconds(60))) {
            List<Piece> one = pieces(Path.of(folders[0]), vad, ffmpeg);
            compare(one, folders.length == 1 ? one : pieces(Path.of(folders[1]), vad, ffmpeg));
        }
    }

    private static List<Piece> pieces(Path folder, VoiceActivity activity, Ffmpeg ffmpeg) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Sound sound = SoundFile.read(ffmpeg, file).orElseThrow();
                Speech spoken = Speech.in(sound, activity);
                if (spoken.seconds() >= VoiceMeter.LEAST_SPEECH_SECONDS) {
                    Sound speech = spoken.only(sound);
                    pieces.add(new Piece(
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString(),
                            Timbre.of(speech),
                            Pitch.of(speech)));
                }
            }
        }
        return pieces;
    }

    private static void compare(List<Piece> one, List<Piece> two) {
        List<Double> same = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        List<Double> semitones = new ArrayList<>();
        List<Double> lowAndHigh = new ArrayList<>();
        for (Piece a : one) {
            for (Piece b : two) {
                boolean speaker = a.speaker().equals(b.speaker());
                if (speaker && a.name().equals(b.name())) {
                    continue;
                }
                (speaker ? same : other).add(a.timbre().distance(b.timbre()));
                if (a.pitch().isPresent() && b.pitch().isPresent()) {
                    double apart =
                            Math.abs(a.pitch().get().semitonesAbove(b.pitch().get()));
                    double low = Math.min(
                            a.pitch().get().medianHertz(), b.pitch().get().medianHertz());
                    double high = Math.max(
                            a.pitch().get().medianHertz(), b.pitch().get().medianHertz());
                    if (speaker) {
                        semitones.add(apart);
                    } else if (low < 140 && high > 190) {
                        lowAndHigh.add(apart);
                    }
                }
            }
        }
        same.sort(null);
        other.sort(null);
        double limit = other.get(other.size() / 100);
        System.out.printf("%d pieces, %d same pairs, %d other pairs%n", one.size(), same.size(), other.size());
        System.out.printf("timbre: AUC %.3f, TAR at FAR 1 %% %.3f%n", auc(same, other), share(same, limit));
        System.out.printf("medians %.2f same, %.2f other%n", same.get(same.size() / 2), other.get(other.size() / 2));
        System.out.printf(
                "pitch: of one speaker's pairs %.4f flagged, of low and high voices' %.3f%n",
                1 - share(semitones, VoiceMeter.GROSS_SEMITONES), 1 - share(lowAndHigh, VoiceMeter.GROSS_SEMITONES));
    }

    private static double auc(List<Double> same, List<Double> other) {
        return same.stream().mapToDouble(s -> 1 - share(other, s)).average().orElseThrow();
    }

    private static double share(List<Double> values, double upTo) {
        return (double) values.stream().filter(value -> value <= upTo).count() / values.size();
    }
}
