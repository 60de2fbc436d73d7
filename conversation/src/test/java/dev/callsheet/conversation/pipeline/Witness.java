package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.turn.Pcm;
import dev.callsheet.conversation.turn.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees what viewers are told and what avatars play, and knows what may not be. */
final class Witness implements Viewer {
    /**
     * How much later than it happens the conversation may reckon with something: both ways of a line, an avatar's delay,
     * and the second for which the loss of a line may have gone unnoticed.
     */
    private static final Duration LATE = Duration.ofMillis(2600);

    private final VirtualLoop loop;
    private final FakeVoice voice;
    private final MemoryJournal journal;
    private final boolean faulty;
    private final Map<Integer, List<Run>> runs = new HashMap<>();
    private final Map<String, Run> current = new HashMap<>();
    private final List<Instant> breaks = new ArrayList<>();
    private final List<Instant> deaths = new ArrayList<>();
    private final Set<String> unseen = new HashSet<>();
    final Map<String, Integer> started = new HashMap<>();
    final Map<String, Integer> skipped = new HashMap<>();
    final Map<Integer, Integer> ended = new HashMap<>();
    private int turn;
    private int last;
    private boolean over;

    Witness(VirtualLoop loop, FakeVoice voice, MemoryJournal journal, boolean faulty) {
        this.loop = loop;
        this.voice = voice;
        this.journal = journal;
        this.faulty = faulty;
    }

    /** Sound of one sentence that was played in one go. */
    private static final class Run {
        private final String utterance;
        private int bytes;
        private boolean stopped;
        private Instant end;
        private final Instant begin;

        Run(String utterance, Instant now) {
            this.utterance = utterance;
            this.begin = now;
            this.end = now;
        }
    }

    /** The turn that viewers know of as under way; 0 for none. */
    int turn() {
        return turn;
    }

    @Override
    public void tell(String cursor, Told told) {
        switch (told) {
            case Told.TurnStarted begun -> {
                assertThat(over).isFalse();
                boolean again = begun.turn() == last && begun.turn() == journal.last();
                assertThat(begun.turn()).isEqualTo(again ? last : Math.max(last, journal.last()) + 1);
                assertThat(again || turn == 0 || !deaths.isEmpty()).isTrue();
                turn = begun.turn();
                last = turn;
                if (!again) {
                    begun.inputs().forEach(input -> started.merge(input.inputId(), 1, Integer::sum));
                }
            }
            case Told.TurnSkipped skip -> skipped.merge(skip.inputId(), 1, Integer::sum);
            case Told.TurnToken token -> assertThat(token.turn()).isEqualTo(turn);
            case Told.TurnSentence sentence -> assertThat(sentence.turn()).isEqualTo(turn);
            case Told.TurnSpeaking speaking -> assertThat(speaking.turn()).isEqualTo(turn);
            case Told.TurnEnded end -> ended(end.turn());
            case Told.SessionEnded _ -> over = true;
            case Told.Trouble _,
                    Told.Hello _,
                    Told.State _,
                    Told.MediaNext _,
                    Told.MediaSwitch _,
                    Told.Closing _,
                    Told.TurnQueued _,
                    Told.Hearing _,
                    Told.Heard _,
                    Told.VendorControl _ -> {}
        }
    }

    void unseen(String utterance) {
        unseen.add(utterance);
    }

    void broke() {
        breaks.add(loop.now());
    }

    void died() {
        deaths.add(loop.now());
        breaks.add(loop.now());
    }

    void played(String utterance, int number, int bytes, boolean ghost) {
        if (ghost) {
            return;
        }
        Run run = current.get(utterance);
        var all = runs.computeIfAbsent(number, _ -> new ArrayList<>());
        if (run == null || all.isEmpty() || all.getLast() != run) {
            run = new Run(utterance, loop.now().minus(Pcm.length(bytes)));
            all.add(run);
            current.put(utterance, run);
        }
        run.bytes += bytes;
        run.end = loop.now();
        assertThat(run.bytes).as("bytes of a sentence").isLessThanOrEqualTo(FakeVoice.bytes(number));
    }

    void stopped(String utterance) {
        runs.values()
                .forEach(all -> all.stream()
                        .filter(run -> run.utterance.equals(utterance))
                        .forEach(run -> run.stopped = true));
    }

    void pause(String utterance) {
        current.remove(utterance);
    }

    private void ended(TurnRecord record) {
        assertThat(record.number()).isEqualTo(turn);
        assertThat(ended.merge(turn, 1, Integer::sum)).isEqualTo(1);
        turn = 0;
        if (!record.interrupted()) {
            assertThat(record.spoken()).isEqualTo(record.answer());
            for (String sentence : journal.sentences.getOrDefault(record.number(), List.of())) {
                assertThat(whole(sentence)).as("heard whole: " + sentence).isNotNull();
            }
        } else if (!faulty) {
            heardNoMoreThanPlayed(record);
        }
    }

    private void heardNoMoreThanPlayed(TurnRecord record) {
        String left = record.spoken();
        for (String sentence : journal.sentences.getOrDefault(record.number(), List.of())) {
            if (left.startsWith(sentence)) {
                assertThat(whole(sentence)).as("said to be heard: " + sentence).isNotNull();
                left = left.substring(sentence.length()).strip();
            } else if (!left.isEmpty()) {
                assertThat(sentence).startsWith(left);
                int number = voice.number(sentence);
                int most = runs.getOrDefault(number, List.of()).stream()
                        .mapToInt(run -> run.bytes)
                        .max()
                        .orElse(0);
                // The piece that is being played just now is counted when it ends, a second later at most.
                double share = (most + 48_000.0) / FakeVoice.bytes(number);
                assertThat((double) left.length() / sentence.length()).isLessThanOrEqualTo(share);
                left = "";
            }
        }
        assertThat(left).isEmpty();
    }

    /** An avatar that stopped by itself was silent before anybody could know. */
    private @Nullable Run whole(String sentence) {
        int number = voice.number(sentence);
        for (Run run : runs.getOrDefault(number, List.of())) {
            int missing = FakeVoice.bytes(number) - run.bytes;
            if (missing == 0 || run.stopped && missing < Pcm.bytes(Duration.ofMillis(160))) {
                return run;
            }
        }
        return null;
    }

    /** A sentence that was heard whole is heard again only if it had hardly been over when something broke. */
    void nothingWasSaidTwice() {
        runs.forEach((number, all) -> {
            for (int i = 0; i + 1 < all.size(); i++) {
                Run run = all.get(i);
                Run next = all.get(i + 1);
                if (run.bytes < FakeVoice.bytes(number) || unseen.contains(run.utterance)) {
                    continue;
                }
                boolean died = deaths.stream().anyMatch(at -> !at.isBefore(run.end) && !at.isAfter(next.begin));
                boolean broke = breaks.stream()
                        .anyMatch(at -> !at.isBefore(run.end.minus(LATE)) && !at.isAfter(run.end.plus(LATE)));
                assertThat(died || broke)
                        .as("sentence %d said again at %s, whole at %s, breaks %s", number, next.begin, run.end, breaks)
                        .isTrue();
            }
        });
    }
}
