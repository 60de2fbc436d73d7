/** What the scorer drives: the two models, the decoder, the object store, the report and the contact sheet. */
@NullMarked
package dev.callsheet.scorer.outbound;

import org.jspecify.annotations.NullMarked;
