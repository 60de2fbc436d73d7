package dev.callsheet.avatar.live;

import dev.callsheet.avatar.domain.AvatarProvider;
import dev.callsheet.avatar.domain.Leg;
import dev.callsheet.avatar.domain.ProviderTrouble;
import dev.callsheet.avatar.domain.Rooms;
import dev.callsheet.conversation.line.AvatarEvent;
import dev.callsheet.conversation.line.Media;
import dev.callsheet.conversation.pipeline.Told;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The ways from conversations to their avatars: opened, opened again when they break, and given up. */
@Singleton
class Lines {
    private static final Logger LOG = Logger.getLogger(Lines.class);
    private static final int RECONNECTS = 5;
    private static final Duration FIRST = Duration.ofMillis(100);

    private final AvatarProvider provider;
    private final Rooms rooms;
    private final Event<LegOver> over;
    private final Threads threads;

    Lines(AvatarProvider provider, Rooms rooms, Event<LegOver> over, Threads threads) {
        this.provider = provider;
        this.rooms = rooms;
        this.over = over;
        this.threads = threads;
    }

    /** Opens the way to a leg; nobody speaks over it yet. */
    Line open(Running here, Leg.Live leg) {
        var line = new Line(leg);
        line.avatar(provider.connect(leg.broadcast(), event -> heard(here, line, event)));
        return line;
    }

    /** The conversation speaks over it from now on. */
    void use(Running here, Line line) {
        here.leg(line.leg());
        here.conversation().use(line.number(), line.avatar());
        if (line.isBroken()) {
            recover(here, line);
        }
    }

    /** The first picture: the room shows it, and it goes out wherever it is to go besides. */
    void begin(Running here, Leg.Live leg) {
        use(here, open(here, leg));
        var order = here.order();
        boolean out = !order.rtmp().isEmpty() || order.consent().recordVideo();
        inRoom(here, "show its leg", () -> rooms.show(here.id(), leg.number()));
        if (out) {
            inRoom(
                    here,
                    "go out",
                    () -> rooms.startEgress(
                            here.id(), order.rtmp(), order.consent().recordVideo()));
        }
    }

    /** Nothing is seen for a while: nothing goes out. */
    void rest(Running here) {
        if (!here.order().rtmp().isEmpty() || here.order().consent().recordVideo()) {
            inRoom(here, "rest", () -> rooms.stopEgress(here.id()));
        }
    }

    /** Beside the conversation, and without harm to it. */
    private void inRoom(Running here, String what, Runnable call) {
        if (rooms.ours()) {
            threads.start(() -> {
                try {
                    call.run();
                } catch (ProviderTrouble e) {
                    LOG.warnf("session %s: its room did not %s: %s", here.id(), what, e.getMessage());
                }
            });
        }
    }

    /** From one picture to the next with nothing in between: the one before is gone already. */
    void cut(Running here, Leg.Live leg) {
        here.conversation().tell(new Told.MediaNext(leg.number(), media(leg)));
        use(here, open(here, leg));
        show(here, leg);
    }

    /** Lets all viewers see this leg. */
    void show(Running here, Leg.Live leg) {
        if (rooms.ours()) {
            try {
                rooms.show(here.id(), leg.number());
            } catch (ProviderTrouble e) {
                LOG.warnf("session %s: the room was not told of leg %d: %s", here.id(), leg.number(), e.getMessage());
            }
        }
        here.conversation().tell(new Told.MediaSwitch(leg.number()));
        here.conversation().tell(new Told.State("live", null, null));
    }

    /** In a room of ours all legs are seen in the same place. */
    Media media(Leg.Live leg) {
        return rooms.ours() ? new Media.None() : leg.broadcast().media();
    }

    private void heard(Running here, Line line, AvatarEvent event) {
        line.heard(event);
        here.conversation().heard(line.number(), event);
        switch (event) {
            case AvatarEvent.Stopped(String reason) -> tell(here, line, reason);
            case AvatarEvent.Lost(String cause) -> {
                LOG.warnf("session %s: the line to leg %d is lost (%s)", here.id(), line.number(), cause);
                if (here.leg().number() == line.number()) {
                    threads.start(() -> recover(here, line));
                }
            }
            case AvatarEvent.Connected _ -> here.breaks.set(0);
            case AvatarEvent.Started _, AvatarEvent.Ended _ -> {
                // The conversation's own.
            }
        }
    }

    private void recover(Running here, Line line) {
        int breaks = here.breaks.incrementAndGet();
        if (here.isOver() || here.leg().number() != line.number()) {
            return;
        }
        try {
            var meter = provider.meter(line.leg().broadcast().providerId());
            if (meter.isEmpty() || !meter.get().active()) {
                String reason = meter.map(AvatarProvider.Meter::endReason).orElse("");
                tell(here, line, reason);
                return;
            }
        } catch (ProviderTrouble e) {
            LOG.debugf("the provider is away: %s", e.getMessage());
        }
        if (breaks > RECONNECTS) {
            tell(here, line, "LINE_LOST");
            return;
        }
        threads.after(FIRST.multipliedBy(1L << (breaks - 1)), () -> {
            if (!here.isOver() && here.leg().number() == line.number()) {
                use(here, open(here, line.leg()));
            }
        });
    }

    private void tell(Running here, Line line, String reason) {
        if (!here.isOver()) {
            threads.start(() -> over.fire(new LegOver(here.id(), line.number(), reason)));
        }
    }
}
