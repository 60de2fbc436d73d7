package dev.callsheet.requestapi.outbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Which body a key stands for. */
@Entity
@Table(name = "idempotency")
@IdClass(IdempotencyRow.Key.class)
class IdempotencyRow {
    @Id
    String tenant;

    @Id
    String key;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "body_hash")
    String bodyHash;

    boolean sent;

    @Column(name = "created_at")
    java.time.Instant createdAt;

    /** The key of a tenant. */
    record Key(String tenant, String key) implements Serializable {}
}
