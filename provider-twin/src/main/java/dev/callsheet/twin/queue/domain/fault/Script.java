package dev.callsheet.twin.queue.domain.fault;

import java.util.List;

/**
 * Which fault strikes at which call.
 *
 * @param seed what the chances of its rules are drawn from
 */
public record Script(long seed, List<Rule> rules) {}
