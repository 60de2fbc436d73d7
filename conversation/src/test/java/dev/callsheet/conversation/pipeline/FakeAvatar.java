package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.line.Work;
import dev.callsheet.conversation.turn.Pcm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An avatar at the end of a line: what it is given comes late, what it says comes late, twice or never, and after an
 * interrupt it may still play what is of the past. It holds who gives to the rules of the line.
 */
final class FakeAvatar implements AvatarLine {
    private static final Work NONE = () -> {};

    private final VirtualLoop loop;
    private final Random random;
    private final boolean faulty;
    private final Witness witness;
    private final Consumer<AvatarEvent> events;
    private final Duration begins;

    private final Set<String> dead = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private Duration unplayed = Duration.ZERO;
    private boolean gone;
    private Instant arrival;
    private Instant lastEvent;

    private final Deque<Piece> queue = new ArrayDeque<>();
    private @Nullable Piece playing;
    private Instant since = Instant.MIN;
    private Work end = NONE;
    private String spoken = "";
    private boolean obeys = true;
    private Duration playedBefore = Duration.ZERO;

    FakeAvatar(VirtualLoop loop, Random random, boolean faulty, Witness witness, Consumer<AvatarEvent> events) {
        this.loop = loop;
        this.random = random;
        this.faulty = faulty;
        this.witness = witness;
        this.events = events;
        this.begins = Duration.ofMillis(random.nextInt(250));
        this.arrival = loop.now().plusMillis(random.nextInt(300));
        this.lastEvent = arrival;
        transit(() -> tell(new AvatarEvent.Connected()));
    }

    /** @param last there is no more of the utterance */
    private record Piece(String utterance, int number, int bytes, boolean last, boolean ghost) {}

    @Override
    public void speak(String utterance, byte[] pcm) {
        assertThat(gone).as("spoken to a closed line").isFalse();
        assertThat(dead).as("spoken to after an interrupt").doesNotContain(utterance);
        assertThat(closed).as("spoken to after the end").doesNotContain(utterance);
        assertThat(turn(utterance)).as("the turn that is spoken").isEqualTo(witness.turn());
        assertThat(pcm.length).isPositive().isEven().isLessThanOrEqualTo(Pcm.bytes(Duration.ofSeconds(1)));
        int number = number(pcm, 0);
        assertThat(number(pcm, pcm.length - 2)).as("of one sentence").isEqualTo(number);
        boolean first = known.add(utterance);
        if (first) {
            int least = Math.min(Pcm.bytes(Duration.ofMillis(400)), FakeVoice.bytes(number));
            assertThat(pcm.length).isLessThanOrEqualTo(Pcm.bytes(Duration.ofMillis(600)));
            if (!faulty) {
                assertThat(pcm.length).isGreaterThanOrEqualTo(least);
            }
        }
        unplayed = unplayed.plus(Pcm.length(pcm.length));
        assertThat(unplayed.minus(played())).isLessThanOrEqualTo(Duration.ofMillis(2501));
        transit(() -> arrive(new Piece(utterance, number, pcm.length, false, false)));
    }

    @Override
    public void speakEnd(String utterance) {
        assertThat(gone).isFalse();
        assertThat(dead).doesNotContain(utterance);
        assertThat(known).as("ended without a begin").contains(utterance);
        assertThat(closed.add(utterance)).as("the only end").isTrue();
        assertThat(turn(utterance)).isEqualTo(witness.turn());
        transit(() -> arrive(new Piece(utterance, 0, 0, true, false)));
    }

    @Override
    public void interrupt() {
        assertThat(gone).isFalse();
        dead.addAll(known);
        witness.broke();
        // What comes of it is not ahead of anything any more.
        unplayed = played();
        transit(this::silence);
    }

    @Override
    public void close() {
        if (!gone) {
            gone = true;
            witness.broke();
            halt();
            queue.clear();
        }
    }

    /** The line breaks; the avatar may go on for a moment with what it has. */
    void lose(AvatarEvent how) {
        if (!gone) {
            if (how instanceof AvatarEvent.Stopped) {
                halt();
                queue.clear();
                witness.stopped(spoken);
            }
            obeys = false;
            tell(how);
        }
    }

    boolean isGone() {
        return gone;
    }

    private void arrive(Piece piece) {
        if (!gone && obeys) {
            queue.addLast(piece);
            play();
        }
    }

    private void play() {
        if (playing != null || queue.isEmpty() || gone) {
            return;
        }
        Piece next = queue.removeFirst();
        if (next.last()) {
            tell(new AvatarEvent.Ended(next.utterance()));
            play();
            return;
        }
        boolean begin = !next.utterance().equals(spoken);
        spoken = next.utterance();
        playing = next;
        end = loop.after(begin ? begins : Duration.ZERO, () -> {
            if (begin) {
                tell(new AvatarEvent.Started(next.utterance()));
            }
            since = loop.now();
            end = loop.after(Pcm.length(next.bytes()), () -> {
                witness.played(next.utterance(), next.number(), next.bytes(), next.ghost());
                playedBefore = playedBefore.plus(Pcm.length(next.bytes()));
                playing = null;
                since = Instant.MIN;
                play();
            });
        });
    }

    /** How much was played or dropped by now. */
    private Duration played() {
        return playing == null || since.equals(Instant.MIN)
                ? playedBefore
                : playedBefore.plus(Duration.between(since, loop.now()));
    }

    private void silence() {
        if (gone || !obeys) {
            return;
        }
        boolean races = faulty && playing != null && !playing.ghost() && random.nextInt(8) == 0;
        var late = races ? queue.stream().filter(piece -> !piece.last()).toList() : List.<Piece>of();
        halt();
        queue.clear();
        for (Piece piece : late) {
            queue.addLast(new Piece(piece.utterance(), piece.number(), piece.bytes(), false, true));
        }
        spoken = "";
        play();
    }

    private void halt() {
        end.close();
        Piece cut = playing;
        if (cut != null && !since.equals(Instant.MIN)) {
            int bytes = Math.min(cut.bytes(), Pcm.bytes(Duration.between(since, loop.now())));
            witness.played(cut.utterance(), cut.number(), bytes, cut.ghost());
            witness.pause(cut.utterance());
        }
        playedBefore = unplayed;
        playing = null;
        since = Instant.MIN;
    }

    /** What goes over the line arrives in order, and later. */
    private void transit(Runnable what) {
        Instant next = loop.now().plusMillis(random.nextInt(40));
        arrival = next.isAfter(arrival) ? next : arrival;
        loop.after(Duration.between(loop.now(), arrival), what);
    }

    private void tell(AvatarEvent event) {
        boolean lost = faulty && random.nextInt(40) == 0 && !ends(event);
        if (event instanceof AvatarEvent.Started(String utterance) && lost) {
            witness.unseen(utterance);
        }
        if (lost) {
            return;
        }
        Instant next = loop.now().plusMillis(1 + random.nextInt(80));
        lastEvent = next.isAfter(lastEvent) ? next : lastEvent;
        loop.after(Duration.between(loop.now(), lastEvent), () -> events.accept(event));
        if (faulty && random.nextInt(20) == 0 && !ends(event)) {
            loop.after(Duration.between(loop.now(), lastEvent), () -> events.accept(event));
        }
    }

    private static boolean ends(AvatarEvent event) {
        return event instanceof AvatarEvent.Lost || event instanceof AvatarEvent.Stopped;
    }

    private static int turn(String utterance) {
        return Integer.parseInt(utterance.substring("turn-".length(), utterance.indexOf('.')));
    }

    private static int number(byte[] pcm, int at) {
        return pcm[at] & 0xff | (pcm[at + 1] & 0xff) << 8;
    }
}
