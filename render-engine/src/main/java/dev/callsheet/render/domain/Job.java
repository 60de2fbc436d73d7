package dev.callsheet.render.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One job as the provider reports it. @param payload what it says was submitted */
public record Job(String providerId, JobStatus status, JsonNode payload, Instant createdAt) {}
