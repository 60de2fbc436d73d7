/** Faces: where they are, how good, who they are like. */
@NullMarked
package dev.callsheet.identity.face;

import org.jspecify.annotations.NullMarked;
