package dev.callsheet.avatar.outbound.openai;

import dev.callsheet.conversation.hearing.Transcriber;
import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Speech;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What came out of a port, in its order. */
final class Heard implements LanguageModel.Sink, Speech.Sink, Transcriber.Sink {
    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void token(String text) {
        told.add(text);
    }

    @Override
    public void text(String text) {
        told.add("text " + text);
    }

    @Override
    public void pcm(byte[] samples) {
        told.add("pcm " + samples.length);
    }

    @Override
    public void end() {
        told.add("end");
    }

    @Override
    public void failed(String code, String message) {
        told.add(code);
    }
}
