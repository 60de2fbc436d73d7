package dev.callsheet.routing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.Decision;

/**
 * What a row would become.
 *
 * @param dialect in which it was written
 * @param request in our own form
 */
public record Planned(int number, String id, String dialect, JsonNode request, Decision decision) {}
