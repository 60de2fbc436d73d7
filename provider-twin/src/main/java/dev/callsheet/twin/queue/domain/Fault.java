package dev.callsheet.twin.queue.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A way in which the provider may fail. A new one is a constant here and one line in each switch that must know it:
 * {@link Refusal#of}, {@link JobFate#of} and the submit door.
 */
public enum Fault {
    /** 402 at submit. */
    INSUFFICIENT_CREDITS("insufficient-credits", Integer.MAX_VALUE),
    /** 429 at submit, with Retry-After. */
    RATE_LIMITED("rate-limited", 1),
    /** 503 at every submit while a window is open; reads stay healthy. */
    UNAVAILABLE("unavailable", 1),
    /** The job is accepted and the connection is cut before the answer. */
    LOST_ANSWER("lost-answer", 1),
    /** The job is accepted and fails. */
    JOB_FAILED("job-failed", Integer.MAX_VALUE),
    /** The job stays in processing until it is released. */
    JOB_WEDGED("job-wedged", Integer.MAX_VALUE);

    private final String word;
    private final int strikes;

    Fault(String word, int strikes) {
        this.word = word;
        this.strikes = strikes;
    }

    /** The name used in prompts and by the admin door, for instance {@code lost-answer}. */
    public String word() {
        return word;
    }

    /** How many submits of one prompt a magic word strikes when it gives no count. */
    public int strikes() {
        return strikes;
    }

    /** The fault of that name, or empty. */
    public static Optional<Fault> named(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }

    /** All names, for error messages. */
    public static String words() {
        return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
    }
}
