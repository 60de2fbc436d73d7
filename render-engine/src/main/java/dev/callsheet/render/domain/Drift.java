package dev.callsheet.render.domain;

/** One way in which a model is no longer as we know it. */
public sealed interface Drift {
    String field();

    /** A field that we do not know. */
    record Added(String field, String terms, boolean required) implements Drift {}

    /** A field that is there no longer. */
    record Removed(String field) implements Drift {}

    /** A field with another type, other limits or options, or now required or optional. */
    record Changed(String field, String known, String found) implements Drift {}

    /** Whether what we submit may be refused, or mean something else, from now on. */
    default boolean breaking() {
        return switch (this) {
            case Added added -> added.required();
            case Removed _, Changed _ -> true;
        };
    }

    /** In words, for an operator. */
    default String words() {
        return switch (this) {
            case Added(var field, var terms, var _) -> field + " is new (" + terms + ")";
            case Removed(var field) -> field + " is gone";
            case Changed(var field, var known, var found) -> field + " was " + known + "; is " + found;
        };
    }
}
