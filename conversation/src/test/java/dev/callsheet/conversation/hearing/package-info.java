@NullMarked
package dev.callsheet.conversation.hearing;

import org.jspecify.annotations.NullMarked;
