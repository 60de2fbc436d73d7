package dev.callsheet.avatar.inbound;

import dev.callsheet.conversation.hearing.Ear;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One viewer's microphone. Its sound is heard in its order, beside the line; calls return at once. */
final class Microphone {
    /** Half a minute of pieces of 20 ms. */
    private static final int MOST_WAITING = 1500;

    private static final int LONGEST_PIECE = 32_000;

    private final Lane lane;
    private final Supplier<Optional<Ear>> source;
    private final Complaint complaint;
    private boolean open;
    private boolean talking;
    private boolean complained;
    private @Nullable Ear ear;

    /** Tells the viewer what is wrong. */
    interface Complaint {
        void tell(String code, String message);
    }

    /** @param source opens the ear as it is first needed; may block */
    Microphone(Executor threads, Supplier<Optional<Ear>> source, Complaint complaint) {
        this.lane = new Lane(threads, MOST_WAITING);
        this.source = source;
        this.complaint = complaint;
    }

    void open() {
        lane.run(() -> {
            open = true;
            complained = false;
            with(Ear::openMicrophone);
        });
    }

    void close() {
        lane.run(() -> {
            open = false;
            with(Ear::closeMicrophone);
        });
    }

    void press() {
        lane.run(() -> {
            talking = true;
            complained = false;
            with(Ear::startTalking);
        });
    }

    void release() {
        lane.run(() -> {
            talking = false;
            with(Ear::stopTalking);
        });
    }

    /** Takes sound: 16 kHz mono signed 16-bit little-endian PCM. */
    void sound(byte[] pcm) {
        if (!lane.offer(() -> hear(pcm))) {
            complaint.tell("hearing.too_fast", "Sound came faster than it is heard; a piece was dropped.");
        }
    }

    /** The viewer is gone. */
    void end() {
        lane.run(() -> {
            if (ear != null) {
                ear.close();
            }
        });
    }

    private void hear(byte[] pcm) {
        if (pcm.length == 0 || pcm.length % 2 != 0 || pcm.length > LONGEST_PIECE) {
            once(
                    "microphone.frame",
                    "Found " + pcm.length + " bytes; allowed is an even number up to " + LONGEST_PIECE
                            + ": 16 kHz mono signed 16-bit little-endian PCM, 20 to 100 ms a message.");
        } else if (!open && !talking) {
            once("microphone.closed", "Send talk.start or mic.open first.");
        } else {
            with(heard -> heard.take(pcm));
        }
    }

    private void with(Consumer<Ear> what) {
        if (ear == null) {
            ear = source.get().orElse(null);
        }
        if (ear == null) {
            once("microphone.none", "This session hears no microphone.");
        } else {
            what.accept(ear);
        }
    }

    private void once(String code, String message) {
        if (!complained) {
            complained = true;
            complaint.tell(code, message);
        }
    }
}
