/** What drives the engine inside of a worker: work and control records, operators, health, start and stop. */
@NullMarked
package dev.callsheet.render.inbound;

import org.jspecify.annotations.NullMarked;
