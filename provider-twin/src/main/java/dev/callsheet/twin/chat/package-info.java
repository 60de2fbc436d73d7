/** An OpenAI-style chat endpoint that answers by rule and says so. */
@NullMarked
package dev.callsheet.twin.chat;

import org.jspecify.annotations.NullMarked;
