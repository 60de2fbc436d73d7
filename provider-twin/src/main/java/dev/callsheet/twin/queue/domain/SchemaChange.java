package dev.callsheet.twin.queue.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a model's parameters differ from those of the provider's pages; payloads are checked by the changed ones.
 *
 * @param add parameters that are new, or take the place of one of the same name
 * @param remove names of parameters that are gone
 * @param rename old names to new ones
 */
public record SchemaChange(List<Field> add, Set<String> remove, Map<String, String> rename) {

    /** The names in this change that the model does not have. */
    public List<String> unknownNames(Model model) {
        var known = model.fields().stream().map(Field::name).toList();
        var unknown = new ArrayList<>(remove);
        unknown.addAll(rename.keySet());
        unknown.removeAll(known);
        return List.copyOf(unknown);
    }

    /** The model with the change. */
    public Model apply(Model model) {
        var fields = new ArrayList<Field>();
        var added = add.stream().map(Field::name).toList();
        for (var field : model.fields()) {
            if (!remove.contains(field.name()) && !added.contains(field.name())) {
                fields.add(field.named(rename.getOrDefault(field.name(), field.name())));
            }
        }
        fields.addAll(add);
        return new Model(
                model.id(), model.brief(), model.details(), model.pricing(), List.copyOf(fields), model.rules());
    }
}
