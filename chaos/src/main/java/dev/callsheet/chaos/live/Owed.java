package dev.callsheet.chaos.live;

/**
 * One leg in our books.
 *
 * @param micros settled, what was added later included
 * @param open nothing is settled or released yet
 */
record Owed(String sessionId, String providerId, long micros, boolean open) {}
