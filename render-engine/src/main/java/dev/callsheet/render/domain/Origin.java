package dev.callsheet.render.domain;

import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TakeId;

/** What a clip says of where it comes from. @param manifest the address at which all the rest is told */
public record Origin(RequestId requestId, TakeId takeId, String model, String promptSha256, String manifest) {}
