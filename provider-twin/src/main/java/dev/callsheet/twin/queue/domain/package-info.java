/** Jobs, models, payload rules and faults as pure values. */
@NullMarked
package dev.callsheet.twin.queue.domain;

import org.jspecify.annotations.NullMarked;
