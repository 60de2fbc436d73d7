package dev.callsheet.render.outbound;

/** A job at the provider that another take has already found to be its own: two equal submits, one found early. */
public final class ContestedJob extends RuntimeException {
    ContestedJob(String providerId) {
        super("job " + providerId + " belongs to another take");
    }
}
