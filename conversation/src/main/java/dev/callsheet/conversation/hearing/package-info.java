/** From a microphone's samples to words: where speech begins and ends, and what was said. */
@NullMarked
package dev.callsheet.conversation.hearing;

import org.jspecify.annotations.NullMarked;
