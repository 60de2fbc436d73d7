package dev.callsheet.identity.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.identity.voice.VoiceReport.Code;
import dev.callsheet.identity.voice.VoiceReport.Flag;
import dev.callsheet.identity.voice.VoiceReport.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VoiceMeterTest {
    private static final Sound MAN = Sounds.voice(110, 1, 5);
    private static final Sound WOMAN = Sounds.voice(210, 1.17, 5);

    private final VoiceMeter meter = new VoiceMeter(new LoudActivity(), Optional.empty());

    @Test
    void aVoiceAgainstItsOwnSampleIsAdvisoryAndUnflagged() {
        VoiceReport report = measure(Sounds.voice(115, 1, 6), MAN);

        assertThat(report.status()).isEqualTo(Status.ADVISORY);
        assertThat(report.flags()).isEmpty();
        assertThat(report.clip().speechSeconds()).isGreaterThan(5);
        assertThat(report.clip().pitch().medianHertz()).isCloseTo(116, within(3.0));
        assertThat(report.comparison().semitones()).isCloseTo(0.77, within(0.3));
        assertThat(report.comparison().speaker()).isNull();
        assertThat(report.comparison().timbre().coefficients()).isEqualTo(20);
        assertThat(report.comparison().timbre().errorRates())
                .allSatisfy(rate -> assertThat(rate.tarAtFar1()).isBetween(0.3, 0.9));
    }

    @Test
    void aManInsteadOfAWomanIsAGrossMismatchUpAndDown() {
        assertThat(measure(MAN, WOMAN).flags()).extracting(Flag::code).containsExactly(Code.GROSS_PITCH_MISMATCH);
        assertThat(measure(MAN, WOMAN).flags().getFirst().text())
                .matches("the clip's voice is around 11\\d Hz, the sample's around 21\\d Hz: 11.\\d semitones lower; "
                        + "flagged from 7");
        assertThat(measure(WOMAN, MAN).flags().getFirst().text()).contains("semitones higher");
    }

    @Test
    void aLivelierVoiceIsNoMismatch() {
        assertThat(measure(Sounds.voice(155, 1, 5), MAN).flags()).isEmpty();
    }

    @Test
    void aClipWithoutASoundStreamIsNoSoundWhateverTheSample() {
        VoiceReport report = meter.measure(Optional.empty(), Optional.of(MAN));

        assertThat(report.status()).isEqualTo(Status.NO_SOUND);
        assertThat(report.clip()).isNull();
        assertThat(report.sample()).isNotNull();
        assertThat(meter.measure(Optional.empty(), Optional.empty()).status()).isEqualTo(Status.NO_SOUND);
    }

    @Test
    void withoutASampleTheClipIsStillListenedTo() {
        VoiceReport report = meter.measure(Optional.of(Sounds.overdriven(MAN, 5)), Optional.empty());

        assertThat(report.status()).isEqualTo(Status.NO_SAMPLE);
        assertThat(report.comparison()).isNull();
        assertThat(report.clip().pitch()).isNotNull();
        assertThat(report.flags()).extracting(Flag::code).containsExactly(Code.CLIP_CLIPPED);
    }

    @Test
    void lessThanThreeSecondsOfSpeechAreNotCompared() {
        Sound brief = Sounds.joined(Sounds.silence(2), Sounds.voice(210, 1, 2.5), Sounds.silence(2));

        VoiceReport report = measure(brief, MAN);
        assertThat(report.status()).isEqualTo(Status.TOO_SHORT);
        assertThat(report.comparison()).isNull();
        assertThat(report.flags()).isEmpty();
        assertThat(measure(MAN, brief).status()).isEqualTo(Status.TOO_SHORT);
    }

    @Test
    void silenceAndSpeechlessSoundAreToldApart() {
        VoiceReport silent = measure(Sounds.silence(5), Sounds.silence(5));
        Sound hum = Sounds.overdriven(Sounds.tone(50, 5), 0.008);
        VoiceReport speechless = measure(hum, hum);

        assertThat(silent.flags()).extracting(Flag::code).containsExactly(Code.CLIP_SILENT, Code.SAMPLE_SILENT);
        assertThat(speechless.flags())
                .extracting(Flag::code)
                .containsExactly(Code.CLIP_WITHOUT_SPEECH, Code.SAMPLE_WITHOUT_SPEECH);
        assertThat(silent.status()).isEqualTo(Status.TOO_SHORT);
    }

    @Test
    void aSoundOfNoLengthIsAnAnswerToo() {
        assertThat(measure(Sounds.silence(0), MAN).status()).isEqualTo(Status.TOO_SHORT);
    }

    @Test
    void whispersAreComparedWithoutAPitch() {
        VoiceReport report = measure(Sounds.noise(5), MAN);

        assertThat(report.status()).isEqualTo(Status.ADVISORY);
        assertThat(report.clip().pitch()).isNull();
        assertThat(report.comparison().semitones()).isNull();
    }

    @Test
    void aSpeakerModelMeasuresAtItsOperatorsThreshold() {
        VoiceMeter withModel = new VoiceMeter(new LoudActivity(), Optional.of(new PitchAsSpeaker()));

        VoiceReport same = withModel.measure(Optional.of(MAN), Optional.of(MAN));
        VoiceReport other = withModel.measure(Optional.of(WOMAN), Optional.of(MAN));

        assertThat(same.status()).isEqualTo(Status.MEASURED);
        assertThat(same.comparison().speaker().cosine()).isCloseTo(1, within(1e-6));
        assertThat(same.comparison().speaker().atThreshold()).isTrue();
        assertThat(same.flags()).isEmpty();
        assertThat(other.comparison().speaker().atThreshold()).isFalse();
        assertThat(other.comparison().speaker().source()).isEqualTo("a test");
        assertThat(other.flags())
                .extracting(Flag::code)
                .containsExactly(Code.GROSS_PITCH_MISMATCH, Code.BELOW_SPEAKER_THRESHOLD);
    }

    @Test
    void equalSoundsGiveAnEqualReport() {
        assertThat(measure(MAN, WOMAN)).isEqualTo(measure(MAN, WOMAN));
    }

    private VoiceReport measure(Sound clip, Sound sample) {
        return meter.measure(Optional.of(clip), Optional.of(sample));
    }

    /** Knows voices by whether they are higher or lower than 150 Hz. */
    private static final class PitchAsSpeaker implements SpeakerModel {
        @Override
        public Description description() {
            return new Description("pitch.onnx", "0".repeat(64), 0.5, "a test");
        }

        @Override
        public float[] embed(Sound speech) {
            double hertz = Pitch.of(speech).orElseThrow().medianHertz();
            return new float[] {(float) (hertz - 150), 1};
        }
    }
}
