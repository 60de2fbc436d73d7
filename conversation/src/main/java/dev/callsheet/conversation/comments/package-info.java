/** Live comments of a stream: grouped, checked, and the best one chosen. */
@NullMarked
package dev.callsheet.conversation.comments;

import org.jspecify.annotations.NullMarked;
