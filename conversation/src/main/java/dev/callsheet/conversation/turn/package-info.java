/** What is said in a conversation and when: pure values and decisions. No framework, no clock, no I/O. */
@NullMarked
package dev.callsheet.conversation.turn;

import org.jspecify.annotations.NullMarked;
