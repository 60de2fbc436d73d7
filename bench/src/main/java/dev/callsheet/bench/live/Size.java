package dev.callsheet.bench.live;

/**
 * How large a run is.
 *
 * @param sessions that talk at the same time
 * @param pauseMillis from the end of a turn to the next words
 * @param idle sessions with a viewer, of which none speaks
 */
record Size(int sessions, long pauseMillis, int warmSeconds, int seconds, int idle) {
    static Size of(boolean brief) {
        return brief ? new Size(20, 500, 2, 3, 60) : new Size(200, 950, 15, 20, 2000);
    }
}
