package dev.callsheet.stack;

/** What a service stands on. */
public enum RealPart {
    KAFKA,
    POSTGRES,
    OBJECT_STORE
}
