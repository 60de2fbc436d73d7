package dev.callsheet.render.domain;

import dev.callsheet.contracts.Route;
import java.util.List;

/** What is particular to one kind of production. Pure. */
public interface Scenario {

    Route route();

    /** The provider's model where the decision names none. */
    String defaultModel();

    /** The provider's payload for a request. @throws Unrenderable if there is none */
    Draft draft(RequestFile file);

    /** What follows from how the takes stand. @param attempts all of them, first to last, at least one */
    Sequel after(RequestFile file, List<Attempt> attempts);
}
