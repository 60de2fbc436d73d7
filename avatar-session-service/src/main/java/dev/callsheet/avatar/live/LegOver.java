package dev.callsheet.avatar.live;

import dev.callsheet.contracts.SessionId;

/** The provider has ended a leg by itself, or the way to it is broken for good. @param reason the provider's own word */
public record LegOver(SessionId session, int leg, String reason) {}
