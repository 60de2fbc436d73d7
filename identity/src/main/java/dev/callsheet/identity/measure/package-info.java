/** From frames to a verdict: pure, without clock and files. */
@NullMarked
package dev.callsheet.identity.measure;

import org.jspecify.annotations.NullMarked;
