package dev.callsheet.render.domain;

import dev.callsheet.contracts.Fact;
import org.jspecify.annotations.Nullable;

/** A take and what was measured at its clip. @param score null as long as nothing was measured */
public record Attempt(Take take, Fact.@Nullable Score score) {}
