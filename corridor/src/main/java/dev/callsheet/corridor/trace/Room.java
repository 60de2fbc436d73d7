package dev.callsheet.corridor.trace;

import java.util.Locale;

/** Where in the house a span was, as a trace's picture groups them. */
public enum Room {
    /** A request came in, by whichever door. */
    DOOR,
    /** What kind of production it is. */
    ROUTING,
    /** The worker took it into its tables. */
    ASSIGNMENT,
    /** One attempt at a clip, from its place in the queue to its end. */
    TAKE,
    /** Waiting, and being got ready. */
    QUEUE,
    SUBMIT,
    RENDER,
    /** The clip is copied into our store. */
    FETCH,
    /** The clip is measured. */
    SCORING,
    /** What follows from a measured clip: accepted, taken again, given up, held. */
    CONCLUSION,
    /** An event leaves for a topic. */
    OUTBOX,
    /** The front desk has learnt of it. */
    PROJECTION,
    /** A live session. */
    SESSION,
    /** One answer of a live session. */
    TURN;

    /** As it stands in {@link TraceNames#ROOM}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
