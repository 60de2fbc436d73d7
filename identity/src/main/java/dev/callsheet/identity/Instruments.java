package dev.callsheet.identity;

import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Ffmpeg;
import dev.callsheet.identity.calibration.Calibration;
import dev.callsheet.identity.likeness.OnnxLikeness;
import dev.callsheet.identity.measure.ClipScorer;
import dev.callsheet.identity.measure.References;
import dev.callsheet.identity.onnx.ModelFiles;
import dev.callsheet.identity.onnx.OnnxFaces;
import dev.callsheet.identity.voice.OnnxSpeakerModel;
import dev.callsheet.identity.voice.SileroVad;
import dev.callsheet.identity.voice.SpeakerModel;
import dev.callsheet.identity.voice.VoiceMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All that measuring needs, loaded and checked once. Thread-safe. */
public final class Instruments implements AutoCloseable {
    private final Calibration calibration;
    private final Ffmpeg ffmpeg;
    private final OnnxFaces faces;
    private final OnnxLikeness likeness;
    private final SileroVad activity;
    private final VoiceMeter voice;

    /**
     * Loads the models.
     *
     * @param speaker an operator's speaker model; empty for none
     * @param decoding longest run of the decoder
     * @throws dev.callsheet.identity.onnx.ModelsUnusable if a model is missing or not the calibration's
     */
    public Instruments(ModelFiles files, Calibration calibration, Optional<Path> speaker, Duration decoding) {
        this.calibration = calibration;
        Calibration.Models models = calibration.models();
        faces = new OnnxFaces(files, models);
        likeness = new OnnxLikeness(files, models.likeness().sha256());
        activity = new SileroVad(files);
        voice = new VoiceMeter(activity, speaker.<SpeakerModel>map(OnnxSpeakerModel::open));
        ffmpeg = new Ffmpeg(new BundledPrograms(), decoding);
    }

    public Calibration calibration() {
        return calibration;
    }

    public Ffmpeg ffmpeg() {
        return ffmpeg;
    }

    public OnnxFaces faces() {
        return faces;
    }

    public VoiceMeter voice() {
        return voice;
    }

    public References references() {
        return new References(faces, calibration.limits());
    }

    public ClipScorer scorer() {
        return scorer(calibration);
    }

    /** By other limits for the same models. */
    public ClipScorer scorer(Calibration other) {
        return new ClipScorer(faces, likeness, other);
    }

    @Override
    public void close() {
        ffmpeg.close();
        activity.close();
        likeness.close();
        faces.close();
    }
}
