package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.live.recorder.FlightRecorder;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal whose ended turns are stored within their span of the flight recorder. */
record RecordedJournal(
        TurnJournal journal,
        FlightRecorder recorder,
        SessionOrder order,
        @Nullable String traceparent) implements TurnJournal {
    @Override
    public Left open() {
        return journal.open();
    }

    @Override
    public boolean accepted(Input input) {
        return journal.accepted(input);
    }

    @Override
    public void skipped(Input input, String reason) {
        journal.skipped(input, reason);
    }

    @Override
    public void began(int turn, List<Input> inputs, Instant at) {
        journal.began(turn, inputs, at);
    }

    @Override
    public void sentence(int turn, int index, String text) {
        journal.sentence(turn, index, text);
    }

    @Override
    public void written(int turn) {
        journal.written(turn);
    }

    @Override
    public void spoken(int turn, int before) {
        journal.spoken(turn, before);
    }

    @Override
    public void ended(TurnRecord turn) {
        recorder.ended(order, traceparent, turn, () -> journal.ended(turn));
    }
}
