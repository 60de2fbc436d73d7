/** A conversation at work: from words to the avatar and to everybody who follows it. */
@NullMarked
package dev.callsheet.conversation.pipeline;

import org.jspecify.annotations.NullMarked;
