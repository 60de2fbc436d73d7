package dev.callsheet.twin.billing;

import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param product model id or product name, for instance {@code wan2.7-i2v}
 * @param id the provider's id of the job or session that was charged
 * @param micros millionths of a US dollar
 * @param what what was charged, for people: {@code 5 s 720P}
 */
public record JournalEntry(Instant at, String product, String id, long micros, String what) {}
