package dev.callsheet.decoder;

import java.time.Duration;

/**
 * What a jailed child may take.
 *
 * @param megabytes of memory of its own (2^20 bytes each); its programs' code comes on top, some 25 MB
 * @param time it may run, by the clock and by the processor's count
 * @param fileMegabytes size of the largest file it may write; 0 lets it write none
 */
public record Limits(int megabytes, Duration time, int fileMegabytes) {
    public Limits {
        if (megabytes < 1 || fileMegabytes < 0 || time.isNegative()) {
            throw new IllegalArgumentException("limits that allow nothing");
        }
    }
}
