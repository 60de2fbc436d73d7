package dev.callsheet.render.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a tenant or one of its campaigns has spent or may have spent, in micros of US dollars.
 *
 * @param campaign empty for the tenant's own
 * @param cap null for none
 * @param committed open: neither settled nor released
 */
public record Purse(
        String tenant, String campaign, @Nullable Long cap, long committed, long settled) {

    /** Whether so much more may be committed. */
    public boolean holds(long micros) {
        return cap == null || committed + settled + micros <= cap;
    }

    /** The purse after a line of the ledger. */
    public Purse after(LedgerEntry entry) {
        long micros = entry.micros();
        return switch (entry.kind()) {
            case QUOTED -> this;
            case COMMITTED -> with(committed + micros, settled);
            case SETTLED -> with(committed - micros, settled + micros);
            case RELEASED -> with(committed - micros, settled);
        };
    }

    /** Why it does not hold so much more; for the tenant to read. */
    public Signal.Refused refusal(long micros) {
        String whose = campaign.isEmpty() ? "tenant" : "campaign";
        String name = campaign.isEmpty() ? tenant : campaign;
        return new Signal.Refused(
                "budget." + whose,
                "budget of " + whose + " '" + name + "': " + dollars(committed + settled) + " of " + dollars(cap)
                        + " USD are spent or set aside, one take costs " + dollars(micros)
                        + "; raise the cap or wait until open takes have ended",
                false);
    }

    private static String dollars(@Nullable Long micros) {
        return micros == null ? "-" : String.format(java.util.Locale.ROOT, "%.2f", micros / 1e6);
    }

    private Purse with(long nextCommitted, long nextSettled) {
        return new Purse(tenant, campaign, cap, nextCommitted, nextSettled);
    }
}
