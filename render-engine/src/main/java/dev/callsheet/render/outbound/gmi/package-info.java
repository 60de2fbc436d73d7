/** GMI Cloud's media request queue as a render provider. */
@NullMarked
package dev.callsheet.render.outbound.gmi;

import org.jspecify.annotations.NullMarked;
