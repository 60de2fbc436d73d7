/** What the whole twin shares: its settings, its state folder and its clock. */
@NullMarked
package dev.callsheet.twin;

import org.jspecify.annotations.NullMarked;
