package dev.callsheet.render.domain;

import dev.callsheet.contracts.Route;
import dev.callsheet.contracts.Work;
import java.util.List;
import java.util.Optional;

/** What is particular to one kind of production. Pure. */
public interface Scenario {

    Route route();

    /** The provider's model where the decision names none. */
    String defaultModel();

    /** The provider's payload for a request. @throws Unrenderable if there is none */
    Draft draft(RequestFile file);

    /** What follows from how the takes stand. @param attempts all of them, first to last, at least one */
    Sequel after(RequestFile file, List<Attempt> attempts);

    /** The clip that is the result if nobody waits for more; empty without one. @param attempts as in {@link #after} */
    default Optional<Sequel.Complete> inHand(List<Attempt> attempts) {
        return Optional.empty();
    }

    /** What is counted of a take that was sent to the provider and has failed for good; empty where nothing is. */
    default Optional<Work.Unmade> unmade(RequestFile file, Take take, TakeState.Failed failed) {
        return Optional.empty();
    }
}
