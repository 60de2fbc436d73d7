/** Language model, voice and transcription behind OpenAI-style endpoints. */
@NullMarked
package dev.callsheet.avatar.outbound.openai;

import org.jspecify.annotations.NullMarked;
