package dev.callsheet.avatar.live.full;

import dev.callsheet.avatar.domain.BrokeredLine;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.live.VendorEvents;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.AvatarLine;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.Loop;
import dev.callsheet.conversation.pipeline.Told;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.pipeline.Viewer;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the provider's own room (FULL mode). What is known of it comes from viewers who stand in the room and
 * hand on its events, and from the provider's record, which counts where the two differ. It has no line for audio.
 */
public final class BrokeredConversation implements Conversation, VendorEvents {
    private static final Logger LOG = Logger.getLogger(BrokeredConversation.class);
    private static final Duration READ = Duration.ofSeconds(3);
    private static final Duration PARTING = Duration.ofSeconds(20);
    private static final Duration STORED = Duration.ofSeconds(5);
    private static final int SEEN = 512;

    private final Loop loop;
    private final Duration read;
    private final Circle circle;
    private final Chronicle chronicle;
    private final RoomDirector director;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Once> waiting = new ArrayList<>();
    private final List<Runnable> early = new ArrayList<>();
    private boolean opened;
    private boolean over;
    private int leg;
    private long readTo;
    private @Nullable AvatarLine line;
    private volatile boolean watched;

    private BrokeredConversation(TurnPolicy policy, TurnJournal journal, Loop loop, Duration read) {
        this.loop = loop;
        this.read = read;
        this.circle = new Circle(Long.toString(loop.now().toEpochMilli(), Character.MAX_RADIX));
        this.chronicle = new Chronicle(journal, loop);
        this.director = new RoomDirector(policy, loop, circle, chronicle, this::quiet);
    }

    /** Opens a conversation, or takes up one that another process left; returns at once. @param loop its own */
    public static BrokeredConversation open(TurnPolicy policy, TurnJournal journal, Loop loop) {
        return open(policy, journal, loop, READ);
    }

    /** @param read how often the provider's record is read */
    static BrokeredConversation open(TurnPolicy policy, TurnJournal journal, Loop loop, Duration read) {
        var conversation = new BrokeredConversation(policy, journal, loop, read);
        conversation.chronicle.open(left -> {
            conversation.opened = true;
            conversation.director.takeUp(left);
            conversation.early.forEach(Runnable::run);
            conversation.early.clear();
        });
        return conversation;
    }

    @Override
    public void join(Viewer viewer, String after) {
        act(() -> {
            circle.join(viewer, after);
            watched = true;
            director.next();
        });
    }

    @Override
    public void leave(Viewer viewer) {
        act(() -> {
            circle.leave(viewer);
            watched = !circle.isEmpty();
        });
    }

    @Override
    public void say(Input input) {
        act(() -> director.say(input));
    }

    @Override
    public void interrupt() {
        act(director::interrupt);
    }

    /** The provider hears the room itself. */
    @Override
    public void speechBegan(Instant at) {
        // It falls silent by its own rules.
    }

    @Override
    public void speechDropped() {
        // It was never hushed by us.
    }

    @Override
    public void tell(Told told) {
        act(() -> circle.tell(told));
    }

    @Override
    public void use(int next, AvatarLine open) {
        act(() -> {
            boolean another = line != null || leg != 0;
            if (line != null) {
                line.close();
            }
            boolean same = another && leg == next;
            line = open;
            leg = next;
            readTo = same ? readTo : 0;
            director.enter(another && !same);
            loop.after(read, () -> read(open));
        });
    }

    @Override
    public void heard(int from, AvatarEvent event) {
        act(() -> {
            if (from == leg && (event instanceof AvatarEvent.Lost || event instanceof AvatarEvent.Stopped)) {
                director.leave();
            }
        });
    }

    @Override
    public void vendorEvent(Viewer from, String json) {
        var event = VendorEvent.read(json);
        event.ifPresent(known -> act(() -> {
            if (circle.has(from) && isNew(known.id())) {
                director.heard(known);
            }
        }));
    }

    @Override
    public void whenQuiet(Duration patience, Runnable then) {
        act(() -> await(patience, then));
    }

    /** The provider gives no hold between two sentences: what is being said gets its time, and is cut then. */
    @Override
    public void farewell(String sentence, Runnable then) {
        act(() -> {
            director.part();
            await(PARTING, () -> act(() -> lastWords(sentence, then)));
        });
    }

    @Override
    public void close(String reason) {
        end(() -> {
            director.end(true);
            circle.tell(new Told.SessionEnded(reason));
        });
    }

    @Override
    public void release() {
        end(() -> {});
    }

    @Override
    public boolean idle() {
        return !director.busy();
    }

    @Override
    public boolean watched() {
        return watched;
    }

    private void lastWords(String sentence, Runnable then) {
        if (sentence.isBlank() || circle.isEmpty()) {
            Thread.startVirtualThread(then);
            return;
        }
        director.farewell(sentence);
        await(PARTING, then);
    }

    private void await(Duration patience, Runnable then) {
        waiting.add(new Once(loop, patience, then));
        if (!director.speaking()) {
            quiet();
        }
    }

    private void quiet() {
        var due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Once::run);
    }

    private void read(AvatarLine of) {
        if (over || line != of || !(of instanceof BrokeredLine room)) {
            return;
        }
        long from = readTo;
        chronicle.run(() -> {
            try {
                var part = room.transcript(from);
                act(() -> {
                    if (line == of) {
                        readTo = part.next();
                        part.said().forEach(director::recorded);
                    }
                });
            } catch (ProviderTrouble e) {
                LOG.debugf("the provider's record cannot be read: %s", e.getMessage());
            }
            loop.after(read, () -> read(of));
        });
    }

    private boolean isNew(String eventId) {
        if (eventId.isEmpty()) {
            return true;
        }
        if (seen.size() >= SEEN) {
            seen.remove(seen.iterator().next());
        }
        return seen.add(eventId);
    }

    /** Runs it in its turn, once the journal is read. */
    private void act(Runnable what) {
        loop.execute(() -> {
            if (over) {
                return;
            }
            if (opened) {
                what.run();
            } else {
                early.add(what);
            }
        });
    }

    private void end(Runnable how) {
        var done = new CountDownLatch(1);
        loop.execute(() -> {
            if (!over) {
                how.run();
                over = true;
                waiting.forEach(Once::close);
                circle.dismiss();
                if (line != null) {
                    line.close();
                }
            }
            done.countDown();
        });
        try {
            if (!done.await(STORED.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a conversation does not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chronicle.close(STORED);
    }
}
