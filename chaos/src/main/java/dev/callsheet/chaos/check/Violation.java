package dev.callsheet.chaos.check;

import java.util.EnumSet;
import java.util.Set;

/**
 * Something that should never be.
 *
 * @param subject the id of the request, take, job or object
 * @param detail what was found and what was expected
 */
public record Violation(Kind kind, String subject, String detail) {
    /** Each kind is found by one rule, and by no other. */
    public enum Kind {
        /** Sent and acknowledged by the broker, and no row of it. */
        REQUEST_LOST,
        /** Neither completed nor failed nor cancelled. */
        REQUEST_NOT_FINAL,
        /** In the tables, and nobody has sent it. */
        REQUEST_UNKNOWN,
        /** More takes for one request than it may cost. */
        REQUEST_DOUBLED,
        /** The tables know an end that was never told. */
        FINAL_FACT_MISSING,
        /** Two ends were told. */
        FINAL_FACT_TWICE,
        /** Another end was told than the tables have. */
        FINAL_FACT_DIFFERS,
        /** A change of a take that was never told. */
        FACT_MISSING,
        FACT_OUT_OF_ORDER,
        /** A change that the state machine does not have. */
        STEP_OUT_OF_ORDER,
        /** Two charges for one take, or for one job. */
        PAID_TWICE,
        /** A charge for a job that is no take's. */
        PAID_UNKNOWN,
        PAID_NOT_SETTLED,
        SETTLED_NOT_PAID,
        /** Settled is not what was charged. */
        AMOUNT_DIFFERS,
        /** A fact tells other money than the ledger. */
        TOLD_AMOUNT_DIFFERS,
        SETTLED_TWICE,
        /** A commitment while another one was open. */
        COMMITTED_TWICE,
        /** Settled and released are not what was committed. */
        LEDGER_UNBALANCED,
        /** A purse is not the sum of its ledger lines. */
        PURSE_DIFFERS,
        CLIP_MISSING,
        /** The clip is not the bytes that were told, or not those that the provider has made. */
        CLIP_DIFFERS,
        MANIFEST_MISSING,
        MANIFEST_DIFFERS,
        /** An object that belongs to no finished take. */
        OBJECT_ORPHAN,
        /** A slot of a take that is over or unknown. */
        SLOT_HELD,
        /** Messages that never left. */
        OUTBOX_LEFT,
        /** A request for a live session without an offer. */
        OFFER_MISSING,
        OFFER_TWICE,
        /** The desk shows another state than was told last. */
        DESK_DIFFERS,
        /** An object of one tenant's request under another tenant's key. */
        KEY_OF_ANOTHER
    }

    /** What only a run of the whole house can show. */
    public static final Set<Kind> OF_THE_HOUSE =
            EnumSet.of(Kind.OFFER_MISSING, Kind.OFFER_TWICE, Kind.DESK_DIFFERS, Kind.KEY_OF_ANOTHER);

    /** Something that happened more often than once. */
    public static final Set<Kind> TWICE = EnumSet.of(
            Kind.REQUEST_DOUBLED,
            Kind.FINAL_FACT_TWICE,
            Kind.PAID_TWICE,
            Kind.PAID_UNKNOWN,
            Kind.SETTLED_TWICE,
            Kind.COMMITTED_TWICE,
            Kind.OFFER_TWICE);

    /** A request or a paid clip that is gone. */
    public static final Set<Kind> LOST = EnumSet.of(
            Kind.REQUEST_LOST,
            Kind.REQUEST_NOT_FINAL,
            Kind.FINAL_FACT_MISSING,
            Kind.FACT_MISSING,
            Kind.PAID_NOT_SETTLED,
            Kind.CLIP_MISSING,
            Kind.OFFER_MISSING);

    /** Money that was spent more often than once, or for nobody. */
    public static final Set<Kind> PAID_MORE = EnumSet.of(Kind.PAID_TWICE, Kind.PAID_UNKNOWN);

    public static final Set<Kind> OUT_OF_ORDER = EnumSet.of(Kind.FACT_OUT_OF_ORDER, Kind.STEP_OUT_OF_ORDER);
}
