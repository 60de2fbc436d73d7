package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Journals;
import dev.callsheet.avatar.domain.Lessons;
import dev.callsheet.avatar.domain.RoomPlace;
import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.avatar.domain.SessionSeats;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.avatar.live.recorder.Recorders;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.line.Media;
import dev.callsheet.conversation.pipeline.Conversation;
import dev.callsheet.conversation.pipeline.TurnJournal;
import dev.callsheet.conversation.turn.Input;
import dev.callsheet.conversation.turn.TurnRecord;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One process of the service, without doors, over whatever tables and provider it is given. Nothing runs by itself. */
final class House {
    final SessionDesk desk;
    final Conversations conversations;
    final Rotation rotation;
    final Rounds rounds;
    final Reaper reaper;
    final Ownership ownership;
    final EndWatch ends;
    final Map<SessionId, Recital> recitals = new HashMap<>();
    private final Later threads = new Later();

    <S extends SessionStore & SessionSeats & SessionOwners & Lessons> House(
            String name, S store, AvatarProvider provider, Journals journals, SessionTerms terms, Clock clock) {
        this(name, store, store, store, store, provider, journals, terms, clock);
    }

    House(
            String name,
            SessionStore store,
            SessionSeats seats,
            SessionOwners owners,
            Lessons lessons,
            AvatarProvider provider,
            Journals journals,
            SessionTerms terms,
            Clock clock) {
        var trace = new SessionTrace(OpenTelemetry.noop());
        var process = new ThisProcess(name);
        var over = new Told();
        var lines = new Lines(provider, NO_ROOMS, over, threads);
        var openings = new Openings(List.of(new Recitals()), store, journals, Recorders.silent(), lines, clock);
        var inbox = new Inbox(journals, owners);
        conversations = new Conversations(
                store,
                new Deeds(owners, process, terms, clock),
                openings,
                new Foyer(seats),
                inbox,
                lines,
                List.of(),
                clock);
        var closer = new LegCloser(
                store, provider, new Farewells(conversations, NO_ROOMS, journals, clock), terms, trace, clock);
        var plans = new LegPlans(lessons, terms, clock);
        var opener = new LegOpener(store, provider, NO_ROOMS, plans, closer, clock);
        desk = new SessionDesk(
                store,
                seats,
                new Seats(seats, terms, clock),
                plans,
                opener,
                closer,
                conversations,
                terms,
                trace,
                clock);
        rotation = new Rotation(
                store, provider, lessons, plans, opener, closer, conversations, lines, desk, terms, threads, clock);
        over.rotation = rotation;
        rounds = new Rounds(Runnable::run, store, desk, closer, conversations, provider, terms, clock);
        reaper = new Reaper(provider, store, closer, terms);
        ownership = new Ownership(owners, store, conversations, process, terms, clock);
        ends = new EndWatch(store, provider, conversations, desk, terms, clock);
    }

    /** All clockworks once, and what they began. */
    void tick() {
        rounds.sweep();
        ownership.beat();
        ownership.adopt();
        rotation.look();
        settle();
        ends.look();
        reaper.reap();
        settle();
    }

    /** Does what was put off. */
    void settle() {
        threads.run();
    }

    Recital recital(SessionId id) {
        return recitals.get(id);
    }

    private static final class Later extends Threads {
        private final Queue<Runnable> work = new ArrayDeque<>();

        @Override
        void start(Runnable task) {
            work.add(task);
        }

        @Override
        void after(Duration time, Runnable task) {
            work.add(task);
        }

        void run() {
            for (Runnable task = work.poll(); task != null; task = work.poll()) {
                task.run();
            }
        }
    }

    private final class Recitals implements ConversationSource {
        @Override
        public SessionOrder.Mode mode() {
            return SessionOrder.Mode.LITE;
        }

        @Override
        public Conversation open(SessionOrder order, TurnJournal journal) {
            var recital = new Recital();
            recitals.put(order.sessionId(), recital);
            return recital;
        }
    }

    private static final class Told implements Event<LegOver> {
        @Nullable
        Rotation rotation;

        @Override
        public void fire(LegOver over) {
            if (rotation != null) {
                rotation.over(over);
            }
        }

        @Override
        public <U extends LegOver> CompletionStage<U> fireAsync(U event) {
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public <U extends LegOver> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return fireAsync(event);
        }

        @Override
        public Event<LegOver> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends LegOver> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends LegOver> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }

    /** What outlives processes, in memory. */
    static final class Papers implements Journals {
        final List<SessionId> closed = new ArrayList<>();
        private final Map<SessionId, List<Input>> posted = new HashMap<>();

        @Override
        public TurnJournal journal(SessionOrder order, @Nullable String traceparent) {
            return new Blank();
        }

        @Override
        public void post(SessionId id, Input input) {
            posted.computeIfAbsent(id, key -> new ArrayList<>()).add(input);
        }

        @Override
        public List<Input> posted(SessionId id) {
            var left = posted.remove(id);
            return left == null ? List.of() : left;
        }

        @Override
        public void closed(SessionOrder order, Instant at) {
            closed.add(order.sessionId());
        }
    }

    private static final class Blank implements TurnJournal {
        @Override
        public Left open() {
            return Left.NOTHING;
        }

        @Override
        public boolean accepted(Input input) {
            return true;
        }

        @Override
        public void skipped(Input input, String reason) {}

        @Override
        public void began(int turn, List<Input> inputs, Instant at) {}

        @Override
        public void sentence(int turn, int index, String text) {}

        @Override
        public void written(int turn) {}

        @Override
        public void spoken(int turn, int before) {}

        @Override
        public void ended(TurnRecord turn) {}
    }

    private static final Rooms NO_ROOMS = new Rooms() {
        @Override
        public boolean ours() {
            return false;
        }

        @Override
        public RoomPlace avatarPlace(SessionId id, int leg) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Media viewerMedia(SessionId id, String identity) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void show(SessionId id, int leg) {}

        @Override
        public void startEgress(SessionId id, List<String> rtmp, boolean record) {}

        @Override
        public void stopEgress(SessionId id) {}

        @Override
        public void close(SessionId id) {}
    };
}
