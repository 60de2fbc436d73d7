/** How a clip sounds, against a sample of the voice it should have: figures and flags, never a verdict. */
@NullMarked
package dev.callsheet.identity.voice;

import org.jspecify.annotations.NullMarked;
