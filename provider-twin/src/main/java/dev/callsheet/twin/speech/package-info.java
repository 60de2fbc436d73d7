/** An OpenAI-style speech endpoint: a synthesized, voice-like signal whose length follows the text. */
@NullMarked
package dev.callsheet.twin.speech;

import org.jspecify.annotations.NullMarked;
