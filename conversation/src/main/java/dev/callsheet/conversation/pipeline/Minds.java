package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Speech;

/** The makers of words and of voices. */
record Minds(LanguageModel model, Speech speech) {}
