package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Speech;
import dev.callsheet.conversation.line.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has sentences spoken and keeps their sound; a sentence of which nothing was given is asked for twice. */
final class Voicing implements Work {
    private static final String SILENT = "The voice says nothing.";

    private final Loop loop;
    private final Speech speech;
    private final Patience patience;
    private final Script script;
    private final Listener listener;
    private final Map<Integer, Attempt> open = new HashMap<>();
    private int asked;

    Voicing(Loop loop, Speech speech, Patience patience, Script script, int first, Listener listener) {
        this.loop = loop;
        this.speech = speech;
        this.patience = patience;
        this.script = script;
        this.asked = first;
        this.listener = listener;
    }

    /** Is told on the loop. */
    interface Listener {
        /** A sentence's sound has grown, or is complete. */
        void sound();

        /** A sentence has no more sound than it has. */
        void unvoiced(int index, String code, String message);
    }

    /** Asks for all sentences up to this one. */
    void upTo(int index) {
        while (asked <= index && asked < script.end()) {
            int next = asked++;
            ask(next, true);
        }
    }

    @Override
    public void close() {
        List.copyOf(open.values()).forEach(Attempt::close);
        open.clear();
    }

    private void ask(int index, boolean again) {
        var attempt = new Attempt(index, script.get(index), again);
        open.put(index, attempt);
        attempt.start();
    }

    private final class Attempt implements Speech.Sink, Work {
        private final int index;
        private final Sentence sentence;
        private final boolean again;
        private final Watchdog watchdog =
                new Watchdog(loop, patience.voice(), () -> failedHere("speech.silent", SILENT));
        private @Nullable Work work;
        private boolean over;

        Attempt(int index, Sentence sentence, boolean again) {
            this.index = index;
            this.sentence = sentence;
            this.again = again;
        }

        void start() {
            try {
                work = speech.say(sentence.text(), this);
            } catch (RuntimeException e) {
                failed("speech.failed", "The voice cannot be asked.");
            }
        }

        @Override
        public void pcm(byte[] samples) {
            loop.execute(() -> {
                if (!over && samples.length > 0) {
                    watchdog.alive();
                    sentence.add(samples);
                    listener.sound();
                }
            });
        }

        @Override
        public void end() {
            loop.execute(() -> {
                if (!over) {
                    close();
                    sentence.voiced(true);
                    listener.sound();
                }
            });
        }

        @Override
        public void failed(String code, String message) {
            loop.execute(() -> failedHere(code, message));
        }

        @Override
        public void close() {
            over = true;
            open.remove(index, this);
            watchdog.close();
            if (work != null) {
                work.close();
            }
        }

        private void failedHere(String code, String message) {
            if (over) {
                return;
            }
            close();
            if (again && !sentence.begun()) {
                sentence.silence();
                ask(index, false);
            } else {
                sentence.voiced(false);
                listener.unvoiced(index, code, message);
            }
        }
    }
}
