package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.Timeline;
import dev.callsheet.avatar.domain.TurnRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A turn; until it has ended its process may die with it. */
@Entity
@Table(name = "turns")
@IdClass(TurnRow.Key.class)
class TurnRow {
    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Id
    private int number;

    private boolean ended;
    private boolean interrupted;

    @Column(name = "end_of_input")
    private Instant endOfInput;

    @Column(name = "first_token")
    private @Nullable Instant firstToken;

    @Column(name = "first_audio")
    private @Nullable Instant firstAudio;

    @Column(name = "first_frame")
    private @Nullable Instant firstFrame;

    /** For Hibernate. */
    protected TurnRow() {}

    /** A turn that begins. */
    TurnRow(UUID sessionId, int number, Instant endOfInput) {
        this.sessionId = sessionId;
        this.number = number;
        this.endOfInput = endOfInput;
    }

    /** A turn that has ended. */
    TurnRow(UUID sessionId, TurnRecord turn) {
        this.sessionId = sessionId;
        this.ended = true;
        this.number = turn.number();
        this.interrupted = turn.interrupted();
        this.endOfInput = turn.timeline().endOfInput();
        this.firstToken = turn.timeline().firstToken();
        this.firstAudio = turn.timeline().firstAudio();
        this.firstFrame = turn.timeline().firstFrame();
    }

    boolean hasEnded() {
        return ended;
    }

    /** Its process is gone: what was being said was cut off. */
    void abandon() {
        ended = true;
        interrupted = true;
    }

    TurnRecord read() {
        return new TurnRecord(number, interrupted, new Timeline(endOfInput, firstToken, firstAudio, firstFrame));
    }

    record Key(UUID sessionId, int number) implements Serializable {}
}
