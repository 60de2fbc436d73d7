package dev.callsheet.twin.queue;

import dev.callsheet.twin.queue.domain.Catalogue;
import dev.callsheet.twin.queue.domain.Model;
import dev.callsheet.twin.queue.domain.SchemaChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The catalogue as it is now: what the pages say, with changes for tests. A restart forgets the changes. Thread-safe. */
@ApplicationScoped
public class Models {

    private final Map<String, SchemaChange> changes = new ConcurrentHashMap<>();

    /** The model of that id, compared letter by letter. */
    public Optional<Model> find(String id) {
        return Catalogue.find(id)
                .map(model -> Optional.ofNullable(changes.get(id))
                        .map(change -> change.apply(model))
                        .orElse(model));
    }

    /** Takes the place of the model's change before. */
    public void change(String id, SchemaChange change) {
        changes.put(id, change);
    }

    /** Makes the model what the pages say. */
    public void restore(String id) {
        changes.remove(id);
    }
}
