/** Sessions, turns and their money as pure decisions, and the ports to what they need. No framework, no clock, no I/O. */
@NullMarked
package dev.callsheet.avatar.domain;

import org.jspecify.annotations.NullMarked;
