/**
 * What goes on between the doors: the desk that starts and ends sessions, and one running conversation for each live one.
 * A fourth room, because it is neither pure nor at a door: it carries out what the domain decides, over the domain's ports.
 */
@NullMarked
package dev.callsheet.avatar.live;

import org.jspecify.annotations.NullMarked;
