package dev.callsheet.twin.queue.domain.fault;

import java.util.List;
import java.util.Optional;

/** What strikes one call: at most one fault of each slot. */
public record Blows(List<Blow> all) {

    /** Nothing strikes. */
    public static final Blows NONE = new Blows(List.of());

    /** A blow whose fault is known to be of one door's kind. */
    public record Hit<F extends Fault>(F fault, Blow blow) {}

    /** The first fault of a kind. */
    public <F extends Fault> Optional<Hit<F>> first(Class<F> kind) {
        return all.stream()
                .filter(blow -> kind.isInstance(blow.fault()))
                .map(blow -> new Hit<>(kind.cast(blow.fault()), blow))
                .findFirst();
    }

    /** What stays with an accepted job. */
    public List<Blow> ofTheJob() {
        return all.stream().filter(blow -> blow.fault() instanceof JobFault).toList();
    }
}
