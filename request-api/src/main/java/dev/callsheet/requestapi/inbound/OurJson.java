package dev.callsheet.requestapi.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.contracts.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Answers are written as events are: absent rather than null, times as RFC 3339. */
class OurJson {
    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Json.mapper();
    }
}
