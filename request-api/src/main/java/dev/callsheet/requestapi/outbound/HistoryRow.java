package dev.callsheet.requestapi.outbound;

import dev.callsheet.requestapi.domain.Told;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event about a request or a session, as it was told. */
@Entity
@Table(name = "history")
class HistoryRow {
    @Id
    long seq;

    @Column(name = "event_id")
    String eventId;

    UUID aggregate;
    String tenant;
    String type;
    String source;
    Instant at;

    @Column(name = "trace_id")
    @Nullable
    String traceId;

    String data;
    LocalDate week;

    Told told() {
        return new Told(eventId, type, source, at, traceId, data.getBytes(StandardCharsets.UTF_8));
    }
}
