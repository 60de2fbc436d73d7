/** How alike two pictures look, for what has no human face. A hint for a person, never a proof of identity. */
@NullMarked
package dev.callsheet.identity.likeness;

import org.jspecify.annotations.NullMarked;
