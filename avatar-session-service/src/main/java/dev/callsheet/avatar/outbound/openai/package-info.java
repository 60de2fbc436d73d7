/** Language model and voice behind OpenAI-style endpoints. */
@NullMarked
package dev.callsheet.avatar.outbound.openai;

import org.jspecify.annotations.NullMarked;
