/** The measuring of identity against its own models and decoder, bare; and its memory over many clips. */
@NullMarked
package dev.callsheet.bench.scorer;

import org.jspecify.annotations.NullMarked;
