package dev.callsheet.avatar.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.EndReason;
import dev.callsheet.avatar.domain.LedgerEntry;
import dev.callsheet.avatar.domain.Lessons;
import dev.callsheet.avatar.domain.Orders;
import dev.callsheet.avatar.domain.Refused;
import dev.callsheet.avatar.domain.Session;
import dev.callsheet.avatar.domain.SessionOrder;
import dev.callsheet.avatar.domain.SessionOwners;
import dev.callsheet.avatar.domain.SessionSeats;
import dev.callsheet.avatar.domain.SessionStore;
import dev.callsheet.contracts.SessionId;
import dev.callsheet.conversation.line.AvatarEvent;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process may die between any two steps: another stops every meter and the ledger is what the provider charged. */
class DeathAtEveryStepTest {
    private static final SessionTerms SHORT_LEGS = new TestTerms(Duration.ofMinutes(2), OptionalInt.empty(), false);
    private static final int FAR = 100_000;

    /** One life of a session from its begin to its end. */
    private enum Life {
        TALK(world -> {
            world.start(Orders.order("talk"));
            world.pass(Duration.ofSeconds(20));
            world.house.desk.end(world.id, EndReason.USER_CLOSED);
        }),
        ROTATION(world -> {
            world.start(Orders.order("rotation"));
            world.pass(Duration.ofSeconds(101));
            world.pass(Duration.ofSeconds(20));
            world.house.desk.end(world.id, EndReason.USER_CLOSED);
        }),
        PAUSE(world -> {
            world.start(Orders.order("pause"));
            world.pass(Duration.ofSeconds(70));
            world.house.desk.pause(world.id, null, null);
            world.pass(Duration.ofSeconds(10));
            world.house.desk.resume(world.id);
            world.pass(Duration.ofSeconds(10));
            world.house.desk.end(world.id, EndReason.USER_CLOSED);
        }),
        CRASH_OF_THE_PROVIDER(world -> {
            world.start(Orders.order("crash"));
            world.pass(Duration.ofSeconds(30));
            world.provider.crash("p-1");
            world.provider.tell("p-1", new AvatarEvent.Stopped("SERVER_ERROR"));
            world.house.settle();
            world.pass(Duration.ofSeconds(30));
            world.house.desk.end(world.id, EndReason.USER_CLOSED);
        }),
        NO_SECOND_SEAT(world -> {
            world.provider.seats = 1;
            world.start(Orders.order("alone"));
            world.pass(Duration.ofSeconds(101));
            world.pass(Duration.ofSeconds(20));
            world.house.desk.end(world.id, EndReason.USER_CLOSED);
        }),
        LOST_ANSWERS(world -> {
            world.provider.loseAnswers = true;
            try {
                world.start(Orders.order("lost"));
            } catch (Refused e) {
                world.provider.loseAnswers = false;
            }
        });

        private final Consumer<World> course;

        Life(Consumer<World> course) {
            this.course = course;
        }
    }

    @ParameterizedTest
    @EnumSource(Life.class)
    void noMeterRunsOnAndEveryCentIsWrittenDown(Life life) {
        int step = 0;
        boolean died = true;
        while (died) {
            // The later calls are those of the clockwork, over and over.
            step += step < 80 ? 1 : 7;
            for (boolean done : new boolean[] {false, true}) {
                var world = new World(new Mortal(step, done));
                died = world.live(life);
                world.comesToAnEnd(life + " with death at call " + step + (done ? ", done" : ", not done"));
            }
        }
        assertThat(step).as("steps of " + life).isBetween(10, 400);
    }

    @Test
    void twoDeathsInARowChangeNothing() {
        for (int first = 1; first < 60; first += 7) {
            for (int second = 1; second < 30; second += 6) {
                var world = new World(new Mortal(first, true));
                world.live(Life.ROTATION);
                world.next(new Mortal(second, false));
                world.dies(() -> world.pass(Duration.ofSeconds(60)));
                world.comesToAnEnd("deaths at calls " + first + " and " + second);
            }
        }
    }

    private static final class World {
        final TestClock clock = new TestClock();
        final MemoryStore store = new MemoryStore(clock);
        final MeteredProvider provider = new MeteredProvider(clock);
        final House.Papers papers = new House.Papers();
        House house;
        SessionId id = Orders.order("").sessionId();
        private int processes;

        World(Mortal mortal) {
            house = process(mortal);
        }

        void start(SessionOrder order) {
            id = order.sessionId();
            house.desk.start(order, "body");
            house.desk.renew(id);
        }

        /** Time passes; viewers say that they are there. */
        void pass(Duration time) {
            for (long s = 0; s < time.toSeconds(); s += 5) {
                clock.forward(Duration.ofSeconds(5));
                provider.tick();
                house.desk.renew(id);
                house.tick();
            }
        }

        /** @return whether the process died */
        boolean live(Life life) {
            return dies(() -> life.course.accept(this));
        }

        boolean dies(Runnable course) {
            try {
                course.run();
                return false;
            } catch (Mortal.Death e) {
                return true;
            }
        }

        void next(Mortal mortal) {
            house = process(mortal);
        }

        /** The next process finds what the one before left; nobody watches any more. */
        void comesToAnEnd(String what) {
            next(new Mortal(FAR, false));
            var left = clock.instant();
            for (int s = 0; s < 120; s += 15) {
                clock.forward(Duration.ofSeconds(15));
                provider.tick();
                house.tick();
                if (Duration.between(left, clock.instant()).toSeconds() > 60) {
                    // A lease, the time after which a step counts as left behind, and a sweep.
                    assertThat(provider.active()).as(what).isEmpty();
                }
            }
            for (Session session : store.all()) {
                assertThat(session).as(what).isInstanceOf(Session.Closed.class);
                assertThat(papers.closed).as(what).contains(session.order().sessionId());
            }
            assertThat(ledger()).as(what).isEqualTo(provider.charged() * 100_000);
        }

        private long ledger() {
            return store.all().stream()
                    .flatMap(session -> store.ledger(session.order().sessionId()).stream())
                    .filter(e -> e.kind() != LedgerEntry.Kind.QUOTED)
                    .mapToLong(LedgerEntry::micros)
                    .sum();
        }

        private House process(Mortal mortal) {
            return new House(
                    "process-" + ++processes,
                    mortal.guard(SessionStore.class, store),
                    mortal.guard(SessionSeats.class, store),
                    mortal.guard(SessionOwners.class, store),
                    mortal.guard(Lessons.class, store),
                    mortal.guard(AvatarProvider.class, provider),
                    papers,
                    SHORT_LEGS,
                    clock);
        }
    }
}
