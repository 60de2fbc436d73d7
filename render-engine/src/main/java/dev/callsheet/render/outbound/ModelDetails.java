package dev.callsheet.render.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Where a provider describes its models. Reading costs nothing. Thread-safe. */
public interface ModelDetails {

    /** What the provider says that a model takes. @throws IOException if it says nothing at the moment */
    JsonNode details(String model) throws IOException;
}
