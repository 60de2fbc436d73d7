package dev.callsheet.r2v.outbound;

import dev.callsheet.contracts.Reason;
import dev.callsheet.decoder.BundledPrograms;
import dev.callsheet.decoder.Child;
import dev.callsheet.decoder.Jail;
import dev.callsheet.decoder.Limits;
import dev.callsheet.media.MediaFacts;
import dev.callsheet.media.MediaFile;
import dev.callsheet.media.MediaFormat;
import dev.callsheet.media.MediaRefused;
import dev.callsheet.render.domain.Unrenderable;
import dev.callsheet.render.outbound.VoiceClips;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the reference clip in which wan2.7-r2v hears a voice (GMI Cloud, model page: a voice is taken from the sound of a
 * reference video): H.264 and AAC, the picture still for as long as the sample sounds.
 */
public final class FilmedVoice implements VoiceClips {
    /** A sample stated as 10 s may have some frames of silence more: encoders fill up. */
    private static final double SLACK_SECONDS = 0.15;

    private static final int LONGEST_SIDE = 1920;
    private static final int FRAMES_A_SECOND = 24;
    private static final String CODECS = "png,mjpeg,mp3,mp3float,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le";

    /** A large picture lies in the child several times over while it is made smaller. */
    private static final int MEGABYTES = 1400;

    private static final int FILM_MEGABYTES = 100;

    private final BundledPrograms programs;
    private final Jail jail;
    private final double shortest;
    private final double longest;

    /**
     * @param limit of one film's making
     * @param shortest allowed sample, in seconds
     * @param longest likewise; with leave to cut, what is left of a longer one
     */
    public FilmedVoice(BundledPrograms programs, Duration limit, double shortest, double longest) {
        this.programs = programs;
        this.jail = new Jail(new Limits(MEGABYTES, limit, FILM_MEGABYTES));
        this.shortest = shortest;
        this.longest = longest;
    }

    @Override
    public Film film(Path picture, Path sample, boolean trim, Path folder) throws IOException {
        MediaFacts voice = facts(sample);
        double found = voice.seconds() == null ? 0 : voice.seconds();
        if (found < shortest - SLACK_SECONDS) {
            throw outside(Reason.VOICE_SAMPLE_TOO_SHORT, found);
        }
        boolean tooLong = found > longest + SLACK_SECONDS;
        if (tooLong && !trim) {
            throw outside(Reason.VOICE_SAMPLE_TOO_LONG, found);
        }
        double seconds = Math.min(found, longest);
        Path film = folder.resolve("film.mp4");
        make(picture, sample, voice.format(), seconds, film);
        if (!facts(film).sound()) {
            throw notMade("the sample holds nothing to hear");
        }
        List<String> repairs = new ArrayList<>();
        repairs.add(String.format(
                Locale.ROOT, "%s: picture and voice made one clip of %.1f s", Reason.VOICE_AS_REFERENCE_CLIP, seconds));
        if (tooLong) {
            repairs.add(String.format(Locale.ROOT, "%s: %.1f s made %.1f s", Reason.VOICE_TRIMMED, found, seconds));
        }
        return new Film(film, repairs);
    }

    private void make(Path picture, Path sample, MediaFormat format, double seconds, Path film) throws IOException {
        File program;
        try {
            program = programs.file("ffmpeg");
        } catch (IOException e) {
            throw notMade("the program that makes the reference clip is not there on this platform");
        }
        String fit = "scale='min(" + LONGEST_SIDE + ",iw)':'min(" + LONGEST_SIDE
                + ",ih)':force_original_aspect_ratio=decrease:force_divisible_by=2:out_range=tv,setsar=1,format=yuv420p";
        List<String> command = new ArrayList<>(List.of("-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(
                "-filter_threads", "1", "-threads", "1", "-f", "image2", "-pattern_type", "none", "-loop", "1"));
        command.addAll(List.of("-framerate", Integer.toString(FRAMES_A_SECOND)));
        command.addAll(input("image2", picture));
        command.addAll(List.of("-f", format == MediaFormat.MP3 ? "mp3" : "wav"));
        command.addAll(input("wav,mp3", sample));
        command.addAll(List.of("-map", "0:v:0", "-map", "1:a:0", "-map_metadata", "-1"));
        command.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", seconds), "-vf", fit));
        command.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-tune", "stillimage", "-crf", "16"));
        // Looking ahead costs memory and gains nothing at a picture that stands still.
        command.addAll(List.of("-x264-params", "rc-lookahead=0:bframes=0:ref=1"));
        command.addAll(List.of("-threads", "1", "-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2"));
        command.addAll(List.of("-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4", "file:" + film));
        try (Child child = jail.start(program, command, film.getParent())) {
            child.stdout().close();
            Child.Ending ending = child.ended();
            if (ending.late() || ending.code() != 0) {
                throw notMade(
                        ending.late()
                                ? "making the reference clip took too long"
                                : "picture and voice could not be made one clip; give a PNG or JPEG and a WAV or MP3");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a reference clip was made", e);
        }
    }

    /** Local files only, only of the formats that were looked at, and of what a WAV may hold only plain samples. */
    private static List<String> input(String formats, Path file) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                formats,
                "-codec_whitelist",
                CODECS,
                "-i",
                "file:" + file.toAbsolutePath());
    }

    private static MediaFacts facts(Path file) throws IOException {
        try {
            return MediaFile.facts(file);
        } catch (MediaRefused e) {
            throw new Unrenderable(e.code(), "voice: " + e.getMessage());
        }
    }

    private Unrenderable outside(Reason reason, double found) {
        return new Unrenderable(
                reason.name(),
                String.format(
                        Locale.ROOT,
                        "voice: found %.1f s; allowed are %s to %s s%s",
                        found,
                        plain(shortest),
                        plain(longest),
                        reason == Reason.VOICE_SAMPLE_TOO_LONG ? ", or voice.trim" : ""));
    }

    private static String plain(double seconds) {
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }

    private static Unrenderable notMade(String why) {
        return new Unrenderable(Reason.VOICE_NOT_CARRIED.name(), "voice: " + why);
    }
}
