package dev.callsheet.twin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What can be set about the twin's media half. Keys, defaults and units stand in the README. */
@ConfigMapping(prefix = "twin")
public interface TwinSettings {

    /** Everything of the queue that one account of the provider has. */
    Gmi gmi();

    /** The folder of everything that outlives a restart. */
    @WithDefault(".callsheet/twin")
    Path stateDir();

    /** Where the twin is reached from outside; without it, the address of the request at hand. */
    Optional<String> publicUrl();

    /** By how much provider time runs faster than the clock. */
    @WithDefault("60")
    double timeFactor();

    /** Seed of latencies and of everything a payload leaves open. */
    @WithDefault("7")
    long seed();

    /** How many jobs are processed at once. */
    @WithDefault("8")
    int concurrency();

    /** How a success names its file: {@code media_urls}, {@code video_url} or {@code audio_url}. */
    @WithDefault("media_urls")
    String outcomeShape();

    /** A folder of face photographs to drift to; without it, a drawn face. */
    Optional<Path> facesDir();

    /** How often a clip shows someone else. */
    Drift drift();

    /** How clips are made. */
    Render render();

    /** How the time of jobs is spread. */
    Latencies latency();

    /** Faults from the start on. */
    Faults faults();

    /** The account behind the key. */
    interface Gmi {
        /** The bearer key of the account. */
        @WithDefault("twin-gmi-key")
        String key();

        /** The models this account may use; the others are listed and refused. */
        @WithDefault("wan2.7-i2v,wan2.7-r2v")
        Set<String> entitled();

        /** Submits that an organisation may make in an hour of provider time; 0 means no limit. */
        @WithDefault("0")
        int hourlyLimit();

        /** Jobs that a list shows at most, the newest; 0 means all. */
        @WithDefault("0")
        int listPage();
    }

    /** Probabilities, 0 to 1. */
    interface Drift {
        /** For prompts that name a reference. */
        @WithDefault("0.20")
        double bound();

        /** For prompts that name none. */
        @WithDefault("0.45")
        double unbound();
    }

    /** Limits of the ffmpeg program. */
    interface Render {
        /** Renders at once, each with one child process at a time. */
        @WithDefault("2")
        int processes();

        /** How long one child process may take. */
        @WithDefault("PT2M")
        Duration limit();

        /** True if jobs get a clip that was rendered once, with their id in it. */
        @WithDefault("false")
        boolean canned();
    }

    /** Provider time of a job, log-normal. */
    interface Latencies {
        /** The middle one at 1080P. */
        @WithDefault("PT4M")
        Duration median();

        /** Standard deviation of the logarithm. */
        @WithDefault("0.5")
        double sigma();

        /** No job takes less. */
        @WithDefault("PT35S")
        Duration shortest();

        /** No job takes more. */
        @WithDefault("PT30M")
        Duration longest();

        /** How much of the median a job at 720P takes. */
        @WithName("share-at-720p")
        @WithDefault("0.7")
        double shareAt720p();
    }

    /** What goes wrong. */
    interface Faults {
        /** A file that says which fault strikes when. */
        Optional<Path> script();
    }
}
