/** The ways out of a conversation: to the avatar, to the language model, to the voice. Ports and their values. */
@NullMarked
package dev.callsheet.conversation.line;

import org.jspecify.annotations.NullMarked;
