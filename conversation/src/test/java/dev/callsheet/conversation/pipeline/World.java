package dev.callsheet.conversation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.Manner;
import dev.callsheet.conversation.turn.Origin;
import dev.callsheet.conversation.turn.TurnPolicy;
import dev.callsheet.conversation.turn.TurnRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A conversation, everybody it deals with, and whatever may befall them, in virtual time. */
final class World {
    private static final List<Integer> PAUSES = List.of(0, 0, 3, 40, 150, 400, 900, 2000, 5000, 15_000);
    private static final Origin[] ORIGINS = {
        Origin.TYPED,
        Origin.TYPED,
        Origin.SPOKEN,
        Origin.REST,
        Origin.KAFKA,
        Origin.COMMENT,
        Origin.SCRIPT,
        Origin.SYSTEM
    };

    private final VirtualLoop loop = new VirtualLoop();
    private final Random random;
    private final boolean faulty;
    private final FakeModel model;
    private final FakeVoice voice;
    private final MemoryJournal journal = new MemoryJournal();
    private final Witness witness;
    private final Reader reader = new Reader();
    private final Terms terms;
    private final Map<String, Input> said = new LinkedHashMap<>();
    private PodLoop pod;
    private LiteConversation conversation;
    private FakeAvatar avatar;
    private int leg = 1;
    private int waited;
    private int ran;
    private boolean ending;
    private boolean died;

    World(long seed, boolean faulty) {
        this.random = new Random(seed);
        this.faulty = faulty;
        this.model = new FakeModel(loop, random, faulty);
        this.voice = new FakeVoice(loop, random, faulty);
        this.witness = new Witness(loop, voice, journal, faulty);
        var policy = TurnPolicy.values()[random.nextInt(3)];
        this.terms = Terms.of(policy, Manner.PLAIN)
                .with(new TurnRules(policy, 1 + random.nextInt(4)))
                .replaying(1 + random.nextInt(60));
        this.pod = new PodLoop(loop);
        this.conversation = opened();
        this.avatar = line();
    }

    void play(List<Integer> moves) {
        for (int move : moves) {
            loop.run(Duration.ofMillis(PAUSES.get(move / 100 % PAUSES.size())));
            move(move % 100);
        }
        boolean parts = random.nextInt(4) == 0;
        if (parts && !ending) {
            ending = true;
            waited++;
            conversation.farewell(random.nextBoolean() ? "Goodbye, dear all." : "", () -> ran++);
        }
        assertThat(loop.runOut()).as("it comes to an end").isTrue();
        assertThat(conversation.idle()).as("nothing is left undone").isTrue();
        assertThat(avatar.isGone())
                .as("the present line is held, whatever came of older ones")
                .isFalse();
        assertThat(ran).as("what waited for a moment ran").isEqualTo(waited);
        if (random.nextBoolean()) {
            say(1);
            loop.run(Duration.ofMillis(random.nextInt(3000)));
        }
        var stored = conversation.closing("over");
        assertThat(loop.runOut()).isTrue();
        assertThat(stored).isCompleted();
        assertThat(avatar.isGone()).isTrue();
        everyInputWasTakenOnce();
        witness.nothingWasSaidTwice();
    }

    private void move(int kind) {
        if (kind < 45) {
            say(kind);
        } else if (kind < 55) {
            conversation.interrupt();
        } else if (kind < 63) {
            speech(kind);
        } else if (kind < 69) {
            avatar.lose(new AvatarEvent.Lost("broken"));
        } else if (kind < 71) {
            avatar.lose(new AvatarEvent.Stopped("MAX_DURATION_REACHED"));
        } else if (kind < 79) {
            rotate();
        } else if (kind < 83) {
            die();
        } else if (kind < 88) {
            conversation.leave(reader);
            loop.run(Duration.ofMillis(random.nextInt(2000)));
            conversation.join(reader, reader.cursor);
        } else if (kind < 89 && !ending) {
            ending = true;
            waited++;
            conversation.farewell("Goodbye, dear all.", () -> ran++);
        } else {
            loop.run(Duration.ofMillis(random.nextInt(4000)));
        }
    }

    private void say(int kind) {
        boolean repeat = !said.isEmpty() && random.nextInt(8) == 0;
        if (repeat) {
            var all = new ArrayList<>(said.values());
            conversation.say(all.get(random.nextInt(all.size())));
            return;
        }
        String id = "input-" + said.size();
        boolean verbatim = random.nextInt(6) == 0;
        String text =
                verbatim ? "Verbatim" + said.size() + " is this one. And this follows as " + said.size() + "." : id;
        var input = new Input(id, text, ORIGINS[kind % ORIGINS.length], null, verbatim, loop.now(), null);
        said.put(id, input);
        conversation.say(input);
    }

    private void speech(int kind) {
        conversation.speechBegan(loop.now());
        loop.run(Duration.ofMillis(random.nextInt(1500)));
        if (kind % 3 == 0) {
            say(2);
        } else if (kind % 3 == 1) {
            conversation.speechDropped();
        }
    }

    private void rotate() {
        waited++;
        var before = conversation;
        before.whenQuiet(Duration.ofMillis(random.nextInt(4000)), () -> {
            ran++;
            leg++;
            avatar = line();
        });
    }

    private void die() {
        pod.die();
        died = true;
        avatar.close();
        witness.died();
        // What waited for a moment died with its process.
        ran = waited;
        ending = false;
        loop.run(Duration.ofMillis(random.nextInt(3000)));
        pod = new PodLoop(loop);
        leg++;
        conversation = opened();
        avatar = line();
        for (Input input : said.values()) {
            if (!journal.accepted.containsKey(input.inputId()) && !journal.skipped.containsKey(input.inputId())) {
                conversation.say(input);
            }
        }
    }

    private LiteConversation opened() {
        var home = pod;
        var next = LiteConversation.open(home, home::execute, model, voice, journal, terms, TurnObserver.NONE);
        next.join(witness, "");
        next.join(reader, reader.cursor);
        return next;
    }

    private FakeAvatar line() {
        int mine = leg;
        var owner = conversation;
        var next = new FakeAvatar(loop, random, faulty, witness, event -> {
            owner.heard(mine, event);
            boolean broke = event instanceof AvatarEvent.Lost || event instanceof AvatarEvent.Stopped;
            if (broke && owner == conversation && mine == leg) {
                leg++;
                loop.after(Duration.ofMillis(random.nextInt(20) == 0 ? 70_000 : random.nextInt(3000)), () -> {
                    if (owner == conversation) {
                        avatar = line();
                    }
                });
            }
        });
        owner.use(mine, next);
        return next;
    }

    private void everyInputWasTakenOnce() {
        for (Input input : said.values()) {
            String id = input.inputId();
            boolean answered = journal.answered.containsKey(id);
            boolean skipped = journal.skipped.containsKey(id);
            assertThat(answered ^ skipped)
                    .as("%s answered %s or skipped %s", id, answered, skipped)
                    .isTrue();
            if (!died) {
                assertThat(witness.started.getOrDefault(id, 0)).isEqualTo(answered ? 1 : 0);
                assertThat(witness.skipped.getOrDefault(id, 0)).isEqualTo(skipped ? 1 : 0);
            }
            if (answered) {
                assertThat(journal.ended).containsKey(journal.answered.get(id));
            }
        }
    }
}
