package dev.callsheet.stack;

import java.util.Map;

/** A started part of the stack; closing it ends its processes. */
public interface RunningPart extends AutoCloseable {
    /** What a service needs to reach it: configuration properties by name. */
    Map<String, String> properties();

    @Override
    void close();
}
