package dev.callsheet.corridor;

/**
 * In which order a service ends: the priorities of those who observe its end. What observes without a priority is what
 * works: it ends between the doors and the outbox. Connections are closed afterwards, with the beans that hold them.
 */
public final class ClosingOrder {
    /** Who waits for something that is away gives up, so that nobody waits for them. */
    public static final int PATIENCE = 500;

    /** Nothing new is taken from Kafka; what was taken is worked off and committed. */
    public static final int DOORS = 1000;

    /** What was told by then leaves. */
    public static final int OUTBOX = 4000;

    private ClosingOrder() {}
}
