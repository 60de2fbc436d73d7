/** Ways in which the provider may fail, and who is struck when. Pure decisions. */
@NullMarked
package dev.callsheet.twin.queue.domain.fault;

import org.jspecify.annotations.NullMarked;
