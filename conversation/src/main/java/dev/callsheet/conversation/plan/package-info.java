/** What an avatar does when nobody speaks to it, and when it rests. */
@NullMarked
package dev.callsheet.conversation.plan;

import org.jspecify.annotations.NullMarked;
