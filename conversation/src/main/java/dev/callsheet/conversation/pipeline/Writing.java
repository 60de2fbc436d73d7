package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.LanguageModel.Speaker;
import dev.callsheet.conversation.line.LanguageModel.Words;
import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.turn.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has an answer written and cuts it into sentences as they come. What a model says after it was given up is late. */
final class Writing implements Work {
    private static final String GO_ON =
            "You were interrupted by a fault. Go on with your answer exactly after these words,"
                    + " and repeat none of them.";
    private static final String SILENT = "The language model says nothing.";

    private final Loop loop;
    private final LanguageModel model;
    private final Patience patience;
    private final Listener listener;
    private final Sentences cutter = new Sentences();
    private @Nullable Attempt attempt;

    Writing(Loop loop, LanguageModel model, Patience patience, Listener listener) {
        this.loop = loop;
        this.model = model;
        this.patience = patience;
        this.listener = listener;
    }

    /** Is told on the loop. */
    interface Listener {
        void token(String text);

        void sentence(String text);

        void written();

        void unwritten(String code, String message);
    }

    /** Asks the model. @param before what of the answer is there already */
    void ask(List<Words> conversation, String before) {
        close();
        cutter.drop();
        var seen = new ArrayList<>(conversation);
        if (!before.isEmpty()) {
            seen.add(new Words(Speaker.AVATAR, before));
            seen.add(new Words(Speaker.SYSTEM, GO_ON));
        }
        attempt = new Attempt();
        attempt.start(List.copyOf(seen));
    }

    /** Takes words as they are. @param known how many of their sentences are there already */
    void copy(String text, int known) {
        var sentences = new ArrayList<>(cutter.add(text));
        String rest = cutter.rest();
        if (!rest.isEmpty()) {
            sentences.add(rest);
        }
        sentences.stream().skip(known).forEach(listener::sentence);
        listener.written();
    }

    @Override
    public void close() {
        if (attempt != null) {
            attempt.close();
            attempt = null;
        }
    }

    private void end() {
        String rest = cutter.rest();
        if (!rest.isEmpty()) {
            listener.sentence(rest);
        }
        listener.written();
    }

    private final class Attempt implements LanguageModel.Sink, Work {
        private final Watchdog watchdog =
                new Watchdog(loop, patience.model(), () -> over(() -> listener.unwritten("llm.silent", SILENT)));
        private @Nullable Work work;
        private boolean over;

        void start(List<Words> conversation) {
            try {
                work = model.answer(conversation, this);
            } catch (RuntimeException e) {
                failed("llm.failed", "The language model cannot be asked.");
            }
        }

        @Override
        public void token(String text) {
            loop.execute(() -> {
                if (!over) {
                    watchdog.alive();
                    listener.token(text);
                    cutter.add(text).forEach(listener::sentence);
                }
            });
        }

        @Override
        public void end() {
            loop.execute(() -> over(Writing.this::end));
        }

        @Override
        public void failed(String code, String message) {
            loop.execute(() -> over(() -> listener.unwritten(code, message)));
        }

        @Override
        public void close() {
            over = true;
            watchdog.close();
            if (work != null) {
                work.close();
            }
        }

        private void over(Runnable last) {
            if (!over) {
                close();
                last.run();
            }
        }
    }
}
