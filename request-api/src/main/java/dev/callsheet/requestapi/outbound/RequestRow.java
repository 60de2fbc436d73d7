package dev.callsheet.requestapi.outbound;

import dev.callsheet.requestapi.domain.Progress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list shows of a request. Written by {@link ProjectionStore}. */
@Entity
@Table(name = "requests")
class RequestRow {
    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    String tenant;
    String state;

    @Nullable
    String door;

    @Nullable
    String route;

    @Nullable
    String verdict;

    int takes;

    @Column(name = "clip_uri")
    @Nullable
    String clipUri;

    @Column(name = "quoted_micros")
    long quotedMicros;

    @Column(name = "committed_micros")
    long committedMicros;

    @Column(name = "settled_micros")
    long settledMicros;

    @Nullable
    String name;

    @Nullable
    String campaign;

    int approved;
    int rejected;

    LocalDate week;

    @Nullable
    Integer place;

    @Column(name = "likely_at")
    @Nullable
    Instant likelyAt;

    @Column(name = "latest_at")
    @Nullable
    Instant latestAt;

    @Column(name = "stated_at")
    @Nullable
    Instant statedAt;

    @Column(name = "trace_id")
    @Nullable
    String traceId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    Summary summary() {
        return new Summary(
                id,
                state,
                name,
                campaign,
                door,
                route,
                verdict,
                takes,
                clipUri,
                settledMicros,
                approved,
                rejected,
                traceId,
                createdAt,
                updatedAt,
                likelyAt == null || latestAt == null || statedAt == null
                        ? null
                        : new Progress(place, likelyAt, latestAt, statedAt));
    }
}
