package dev.callsheet.render.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The keys under {@code callsheet.render}. */
@ConfigMapping(prefix = "callsheet.render")
interface RenderConfig {

    /** After which a silent worker's takes go to others. */
    @WithDefault("30s")
    Duration lease();

    /** Longest wait for new takes. */
    @WithDefault("250ms")
    Duration claimInterval();

    /** Between two looks at a render. */
    @WithDefault("5s")
    Duration pollInterval();

    /** Time after which a render counts as wedged, until enough were measured: then their 99th of a hundred. */
    @WithDefault("30m")
    Duration lateAfter();

    /** Time from the submit after which nobody waits for a wedged render any more. */
    @WithDefault("24h")
    Duration giveUp();

    /** How long after a lost answer the provider's list may still not show the job. */
    @WithDefault("30s")
    Duration settle();

    /** On top of it: how long a frozen worker may sleep on its last word to the provider. */
    @WithDefault("60s")
    Duration grace();

    /** After which a take without a deadline is due. */
    @WithDefault("12h")
    Duration patience();

    /** How long renders take as long as nothing was measured. */
    Expected expected();

    /** Faults to be had on purpose. */
    FaultPoints faultPoints();

    /** After which a submit without an answer counts as lost. */
    @WithDefault("30s")
    Duration submitTimeout();

    /** First pause before a take is tried again; doubled each time. */
    @WithDefault("2s")
    Duration backoff();

    /** Longest pause before a take is tried again. */
    @WithDefault("60s")
    Duration backoffLimit();

    /** Pause after the model's own rate limit ended a job. */
    @WithDefault("20s")
    Duration throttle();

    /** How long a model rests that takes nothing, as without credits. */
    @WithDefault("60s")
    Duration pause();

    /** How many renders of one model may run at a time, over all workers. */
    @WithDefault("8")
    int slots();

    /** How many looks at the provider are under way at the same moment. */
    @WithDefault("64")
    int parallel();

    /** How many inputs and clips are carried at the same moment. */
    @WithDefault("16")
    int carriers();

    /** How many takes one worker drives at most. */
    @WithDefault("100000")
    int inFlight();

    /** How stored clips say in themselves that a machine made them. */
    @WithDefault("xmp")
    Mark mark();

    /** The kinds of mark. */
    enum Mark {
        XMP,
        NONE
    }

    /** Before there are measurements: what the provider's own and others' reports say of 1 to 15 minutes. */
    interface Expected {
        /** Half of the renders end before. */
        @WithDefault("4m")
        Duration half();

        /** 95 of 100 renders end before. */
        @WithDefault("15m")
        Duration latest();
    }

    /** For tests of durability only: a worker that kills or freezes itself. */
    interface FaultPoints {
        /** Probability at each step that the process halts as by SIGKILL. */
        @WithDefault("0")
        double kill();

        /** Probability at each step that the process stops itself (SIGSTOP); somebody has to let it go on. */
        @WithDefault("0")
        double stop();

        /** The steps at which that happens; all without it. */
        Optional<Set<String>> only();
    }
}
