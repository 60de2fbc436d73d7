package dev.callsheet.render.outbound;

import dev.callsheet.contracts.Json;
import dev.callsheet.render.domain.ModelContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The models as we know them: what our payloads are made for, one file a model. */
public final class KnownContracts {

    /** Empty for a model that we have no file of. */
    public Optional<ModelContract> find(String model) {
        if (!model.matches("[A-Za-z0-9.-]+")) {
            return Optional.empty();
        }
        try (InputStream file = KnownContracts.class.getResourceAsStream("/gmi/" + model + ".json")) {
            return file == null ? Optional.empty() : ModelContract.of(model, Json.read(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract of " + model + " cannot be read", e);
        }
    }
}
