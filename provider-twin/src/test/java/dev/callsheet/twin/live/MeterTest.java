package dev.callsheet.twin.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callsheet.twin.SettingsFor;
import dev.callsheet.twin.StateFolder;
import dev.callsheet.twin.billing.Journal;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sessions cost, to the minute, whoever dies. */
class MeterTest {
    private static final LiveOrder LITE = new LiveOrder(Mode.LITE, "a", false, null, null, null);
    private static final LiveOrder FULL =
            new LiveOrder(Mode.FULL, "a", false, null, new Persona(null, null, "en", null, false), null);

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final List<String> curtain = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void eachStartedMinuteIsChargedOnceAndFullCostsTwice() {
        var twin = twin(Map.of());
        var lite = begin(twin, LITE);
        var full = begin(twin, FULL);

        clock.forward(Duration.ofSeconds(61));
        twin.tick();
        twin.tick();
        twin.end(lite.id(), EndReason.USER_CLOSED);
        twin.end(full.id(), EndReason.USER_CLOSED);

        assertThat(charged("liveavatar-lite", lite)).isEqualTo(200_000);
        assertThat(charged("liveavatar-full", full)).isEqualTo(400_000);
    }

    @Test
    void aSessionThatRanOverARestartIsChargedUntilItsTimerEndedIt() {
        var before = twin(Map.of());
        var session = begin(before, LITE);
        clock.forward(Duration.ofSeconds(130));
        before.tick();

        clock.forward(Duration.ofMinutes(30));
        var after = twin(Map.of());
        after.run();

        var phase = after.find(session.id()).orElseThrow().phase();
        assertThat(phase).isInstanceOfSatisfying(LiveSession.Phase.Ended.class, ended -> {
            assertThat(ended.end().reason()).isEqualTo(EndReason.IDLE_TIMEOUT);
            assertThat(ended.end().at()).isEqualTo(ended.since().plusSeconds(300));
        });
        assertThat(charged("liveavatar-lite", session)).isEqualTo(500_000);
        after.stop();
    }

    @Test
    void aSessionThatStillRunsAfterARestartIsTakenUpAgainAndItsTokenIsSpent() {
        var before = twin(Map.of());
        var session = begin(before, LITE);
        clock.forward(Duration.ofSeconds(70));

        var after = twin(Map.of());
        after.run();

        assertThat(curtain).containsExactly("open " + session.id(), "reopen " + session.id());
        assertThat(charged("liveavatar-lite", session)).isEqualTo(200_000);
        assertThat(after.ofToken(session.token()).orElseThrow().isActive()).isTrue();
        after.stop();
    }

    @Test
    void theMinuteThatCannotBePaidEndsTheSessionAtItsBegin() {
        var twin = twin(Map.of("twin.liveavatar.credits", "2"));
        var session = begin(twin, LITE);

        clock.forward(Duration.ofSeconds(250));
        twin.tick();

        assertThat(twin.find(session.id()).orElseThrow().phase())
                .isInstanceOfSatisfying(
                        LiveSession.Phase.Ended.class,
                        ended -> assertThat(ended.end())
                                .isEqualTo(new LiveSession.End(ended.since().plusSeconds(120), EndReason.NO_CREDITS)));
        assertThat(charged("liveavatar-lite", session)).isEqualTo(200_000);
        assertThat(curtain).last().isEqualTo("NO_CREDITS " + session.id());
    }

    @Test
    void moreThanTheTierAllowsIsSilentlyLessAndTheFactorShortensAllOfIt() {
        var settings = Map.of("twin.liveavatar.max-duration", "PT1M", "twin.liveavatar.time-factor", "60");
        var twin = twin(settings);
        var session = begin(twin, new LiveOrder(Mode.LITE, "a", false, Duration.ofHours(1), null, null));

        clock.forward(Duration.ofMillis(1100));
        twin.tick();

        assertThat(twin.find(session.id()).orElseThrow().phase())
                .isInstanceOfSatisfying(
                        LiveSession.Phase.Ended.class,
                        ended -> assertThat(ended.end())
                                .isEqualTo(new LiveSession.End(
                                        ended.since().plusSeconds(1), EndReason.MAX_DURATION_REACHED)));
        assertThat(charged("liveavatar-lite", session)).isEqualTo(100_000);
    }

    @Test
    void aTokenThatIsTooOldOrWasUsedStartsNothing() {
        var twin = twin(Map.of());
        var used = begin(twin, LITE);
        var old = twin.issue(LITE);
        clock.forward(Duration.ofMinutes(11));

        assertThatThrownBy(() -> twin.start(old.token(), Optional.empty())).hasMessageContaining("401");
        assertThatThrownBy(() -> twin.start(used.token(), Optional.empty())).hasMessageContaining("400");
        assertThat(charged("liveavatar-lite", old)).isZero();
    }

    @Test
    void noMoreRunAtOnceThanThePlanAllowsAndNoneWithoutCredit() {
        var two = twin(Map.of("twin.liveavatar.concurrency", "2", "twin.liveavatar.credits", "3"));
        begin(two, LITE);
        begin(two, LITE);
        assertThatThrownBy(() -> begin(two, LITE)).hasMessageContaining("403");

        two.all().forEach(session -> two.end(session.id(), EndReason.USER_CLOSED));

        assertThatThrownBy(() -> begin(two, FULL)).hasMessageContaining("402");
        begin(two, LITE);
    }

    private LiveSession begin(Sessions twin, LiveOrder order) {
        return twin.start(twin.issue(order).token(), Optional.empty());
    }

    private long charged(String product, LiveSession session) {
        return journal().charged(product, session.id());
    }

    /** As a process begins: all it knows is in the folder. */
    private Sessions twin(Map<String, String> changed) {
        var settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LiveSettings.class)
                .withDefaultValues(changed)
                .build()
                .getConfigMapping(LiveSettings.class);
        var state = new StateFolder(SettingsFor.stateFolder(folder));
        return new Sessions(settings, new Account(settings, journal()), new SessionLog(state, json), stage(), clock);
    }

    private Journal journal() {
        return new Journal(new StateFolder(SettingsFor.stateFolder(folder)), json, clock);
    }

    private Curtain stage() {
        return new Curtain() {
            @Override
            public void open(LiveSession session, boolean fresh) {
                curtain.add((fresh ? "open " : "reopen ") + session.id());
            }

            @Override
            public void close(String sessionId, EndReason reason) {
                curtain.add(reason + " " + sessionId);
            }
        };
    }

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
