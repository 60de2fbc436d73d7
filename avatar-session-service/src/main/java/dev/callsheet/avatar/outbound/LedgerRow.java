package dev.callsheet.avatar.outbound;

import dev.callsheet.avatar.domain.LedgerEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** One line of a session's account; written once, never changed. */
@Entity
@Table(name = "ledger")
@IdClass(LedgerRow.Key.class)
class LedgerRow {
    @Id
    @Column(name = "session_id")
    private UUID sessionId;

    @Id
    private String kind;

    private long micros;
    private Instant at;

    /** For Hibernate. */
    protected LedgerRow() {}

    LedgerRow(UUID sessionId, LedgerEntry entry, Instant at) {
        this.sessionId = sessionId;
        this.kind = entry.kind().name();
        this.micros = entry.micros();
        this.at = at;
    }

    record Key(UUID sessionId, String kind) implements Serializable {}
}
