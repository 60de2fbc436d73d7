/** What may come in as a medium: its format, its facts, and why it is refused. */
@NullMarked
package dev.callsheet.media;

import org.jspecify.annotations.NullMarked;
