/** What drives the router: its consumer thread, start and stop, health. */
@NullMarked
package dev.callsheet.router.inbound;

import org.jspecify.annotations.NullMarked;
