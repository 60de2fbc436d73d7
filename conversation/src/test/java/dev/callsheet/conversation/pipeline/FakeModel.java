package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.LanguageModel;
import dev.callsheet.conversation.line.Work;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Writes sentences that are all different; sometimes fails, falls silent, or talks on when nobody listens. */
final class FakeModel implements LanguageModel {
    private final VirtualLoop loop;
    private final Random random;
    private final boolean faulty;
    private int written;

    FakeModel(VirtualLoop loop, Random random, boolean faulty) {
        this.loop = loop;
        this.random = random;
        this.faulty = faulty;
    }

    @Override
    public Work answer(List<Words> conversation, Sink sink) {
        var answer = new Writer(sink);
        int sentences = random.nextInt(6);
        if (faulty && random.nextInt(25) == 0) {
            throw new IllegalStateException("no model");
        }
        answer.failsAt = faulty && random.nextInt(12) == 0 ? random.nextInt(8) : -1;
        answer.silentAt = faulty && random.nextInt(15) == 0 ? random.nextInt(8) : -1;
        answer.deaf = random.nextInt(3) == 0;
        for (int i = 0; i < sentences; i++) {
            answer.add("Sentence" + written++ + " has" + " word".repeat(random.nextInt(5)) + " in it. ");
        }
        answer.next();
        return answer;
    }

    private final class Writer implements Work {
        private final Sink sink;
        private final StringBuilder text = new StringBuilder();
        private final int pause = random.nextInt(4) == 0 ? 900 : 60;
        private int at;
        private int tokens;
        private int failsAt;
        private int silentAt;
        private boolean deaf;
        private boolean closed;

        Writer(Sink sink) {
            this.sink = sink;
        }

        void add(String sentence) {
            text.append(sentence);
        }

        void next() {
            loop.after(Duration.ofMillis(random.nextInt(pause)), () -> {
                if (closed && !deaf) {
                    return;
                }
                int token = tokens++;
                if (token == silentAt) {
                    // Long after it was given up it goes on.
                    loop.after(Duration.ofMillis(10_010), this::next);
                    return;
                }
                if (token == failsAt) {
                    sink.failed("llm.failed", "broken");
                    return;
                }
                if (at == text.length()) {
                    sink.end();
                    if (deaf) {
                        sink.end();
                    }
                    return;
                }
                int end = Math.min(text.length(), at + 1 + random.nextInt(30));
                sink.token(text.substring(at, end));
                at = end;
                next();
            });
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
