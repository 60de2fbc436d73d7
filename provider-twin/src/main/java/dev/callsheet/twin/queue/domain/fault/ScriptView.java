package dev.callsheet.twin.queue.domain.fault;

import java.time.Instant;
import java.util.List;

/** A script at work, for people and checkers. */
public record ScriptView(long seed, Instant loadedAt, List<RuleView> rules) {

    /**
     * One rule.
     *
     * @param rule its place in the script, from 0
     * @param calls calls that fitted its filters so far
     * @param struck how many of them it struck
     * @param when which calls it strikes, in words
     */
    public record RuleView(int rule, String fault, String at, long calls, long struck, String when) {}
}
