package dev.callsheet.conversation.pipeline;

import dev.callsheet.conversation.line.Speech;
import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.turn.Pcm;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Each sample of a sentence's sound is the sentence's number; how long it is depends on the sentence only. */
final class FakeVoice implements Speech {
    private final VirtualLoop loop;
    private final Random random;
    private final boolean faulty;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, byte[]> sounds = new HashMap<>();

    FakeVoice(VirtualLoop loop, Random random, boolean faulty) {
        this.loop = loop;
        this.random = random;
        this.faulty = faulty;
    }

    int number(String sentence) {
        return numbers.computeIfAbsent(sentence, _ -> numbers.size() + 1);
    }

    Duration length(int number) {
        return Pcm.length(bytes(number));
    }

    static int bytes(int number) {
        return Pcm.bytes(Duration.ofMillis(120 + number * 397L % 1100));
    }

    @Override
    public Work say(String sentence, Sink sink) {
        if (faulty && random.nextInt(40) == 0) {
            throw new IllegalStateException("no voice");
        }
        int number = number(sentence);
        byte[] sound = sounds.computeIfAbsent(number, FakeVoice::sound);
        var say = new Saying(sound, sink);
        say.failsAt = faulty && random.nextInt(25) == 0 ? random.nextInt(sound.length) : Integer.MAX_VALUE;
        say.silentAt = faulty && random.nextInt(30) == 0 ? random.nextInt(sound.length) : Integer.MAX_VALUE;
        say.deaf = random.nextInt(3) == 0;
        say.next();
        return say;
    }

    private static byte[] sound(int number) {
        byte[] sound = new byte[bytes(number)];
        for (int i = 0; i < sound.length; i += 2) {
            sound[i] = (byte) number;
            sound[i + 1] = (byte) (number >> 8);
        }
        return sound;
    }

    private final class Saying implements Work {
        private final byte[] sound;
        private final Sink sink;
        private final int pause = random.nextInt(4) == 0 ? 500 : 40;
        private int at;
        private int failsAt;
        private int silentAt;
        private boolean deaf;
        private boolean closed;

        Saying(byte[] sound, Sink sink) {
            this.sound = sound;
            this.sink = sink;
        }

        void next() {
            loop.after(Duration.ofMillis(random.nextInt(pause)), () -> {
                if (closed && !deaf) {
                    return;
                }
                if (at >= silentAt) {
                    // Long after it was given up it goes on.
                    silentAt = Integer.MAX_VALUE;
                    loop.after(Duration.ofMillis(10_010), this::next);
                    return;
                }
                if (at >= failsAt) {
                    sink.failed("speech.failed", "broken");
                    return;
                }
                if (at == sound.length) {
                    sink.end();
                    return;
                }
                int end = Math.min(sound.length, at + 1 + random.nextInt(30_000));
                sink.pcm(Arrays.copyOfRange(sound, at, end));
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
