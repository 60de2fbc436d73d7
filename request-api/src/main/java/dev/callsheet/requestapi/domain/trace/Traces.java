package dev.callsheet.requestapi.domain.trace;

import java.util.List;

/** Where the services' spans are kept. */
public interface Traces {
    /** The bars of a trace in any order; empty if there are none, none any more, or nobody to ask. */
    List<Bar> find(String traceId);
}
