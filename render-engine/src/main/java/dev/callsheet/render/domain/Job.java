package dev.callsheet.render.domain;

import java.time.Instant;

/**
 * One job as the provider reports it.
 *
 * @param marker of what it says was submitted
 * @param updatedAt when it last changed; its beginning if the provider does not say
 */
public record Job(String providerId, JobStatus status, Marker marker, Instant createdAt, Instant updatedAt) {
    /** A job that has not changed since its beginning. */
    public Job(String providerId, JobStatus status, Marker marker, Instant createdAt) {
        this(providerId, status, marker, createdAt, createdAt);
    }
}
