package dev.callsheet.twin.queue.domain.fault;

import java.time.Duration;

/** What may go wrong with live sessions. */
public enum LiveFault implements Fault {
    /** 403 with code 4032, as if all places were taken. */
    START_BUSY(Door.LIVE_START, Traits.once("start-busy")),
    /** 500; nothing runs, and the minute that was set aside is given back. */
    START_FAILED(Door.LIVE_START, Traits.once("start-failed")),
    /** The session runs, its answer comes after the length, or never. */
    START_DELAYED(Door.LIVE_START, Traits.once("start-delayed").lasting(30)),
    /** The session runs, the connection is cut before the answer. */
    START_CUT(Door.LIVE_START, Traits.once("start-cut")),
    /** The session ends after the length with MAX_DURATION_REACHED, whatever was asked and announced. */
    SESSION_CLAMPED(Door.LIVE_START, Traits.once("session-clamped").lasting(20)),
    /** The session ends after the length with SERVER_ERROR. */
    SESSION_CRASHED(Door.LIVE_START, Traits.once("session-crashed").lasting(10)),
    /** 500; the idle timer goes on. */
    KEEP_ALIVE_FAILED(Door.LIVE_KEEP_ALIVE, Traits.once("keep-alive-failed")),
    /** 500; the session and its meter go on. */
    STOP_REFUSED(Door.LIVE_STOP, Traits.once("stop-refused")),
    /** 200, and the session and its meter go on all the same. */
    STOP_IGNORED(Door.LIVE_STOP, Traits.once("stop-ignored")),
    /** Stopped, and the connection is cut before the answer. */
    STOP_CUT(Door.LIVE_STOP, Traits.once("stop-cut")),
    /** 500. */
    LIVE_READ_FAILED(Door.LIVE_READ, Traits.once("live-read-failed")),
    /** Closed with 1011 as soon as it is open. */
    LINE_REFUSED(Door.LIVE_LINE, Traits.once("line-refused")),
    /** Its state becomes {@code connected} later by the length. */
    LINE_LATE(Door.LIVE_LINE, Traits.once("line-late").lasting(5)),
    /** Audio that comes over this line plays as silence until its format is announced. */
    FORMAT_FORGOTTEN(Door.LIVE_LINE, Traits.once("format-forgotten")),
    /** The line closes with 1011, as under load. */
    LINE_CLOSED(Door.LIVE_SPEAK, Traits.once("line-closed")),
    /** The line's connection is cut without a word. */
    LINE_CUT(Door.LIVE_SPEAK, Traits.once("line-cut")),
    /** Nothing of this line is read for the length: the sender's buffers fill. */
    LINE_STALLED(Door.LIVE_SPEAK, Traits.once("line-stalled").lasting(3)),
    /** The message is dropped without a word. */
    AUDIO_DROPPED(Door.LIVE_SPEAK, Traits.once("audio-dropped")),
    /** The session ends now with SERVER_ERROR. */
    SESSION_LOST(Door.LIVE_SPEAK, Traits.once("session-lost")),
    /** The last piece of what is interrupted comes again after the length, and plays. */
    LATE_AUDIO(Door.LIVE_INTERRUPT, Traits.once("late-audio").lasting(Duration.ofMillis(300))),
    /** The interrupt is dropped without a word. */
    INTERRUPT_DROPPED(Door.LIVE_INTERRUPT, Traits.once("interrupt-dropped"));

    private final Door door;
    private final Traits traits;

    LiveFault(Door door, Traits traits) {
        this.door = door;
        this.traits = traits;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public Door door() {
        return door;
    }
}
