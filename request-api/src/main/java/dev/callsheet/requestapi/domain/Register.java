package dev.callsheet.requestapi.domain;

import java.util.List;
import java.util.Optional;

/** A tenant's characters, as far as they are asked for. */
public interface Register {
    Optional<CharacterEntry> find(String name);

    /** Names that may be cast, the first of them. */
    List<String> ready();
}
