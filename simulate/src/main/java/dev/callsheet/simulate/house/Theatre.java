package dev.callsheet.simulate.house;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.domain.Durations;
import dev.callsheet.render.domain.FairShare;
import dev.callsheet.render.domain.Forecasts;
import dev.callsheet.render.domain.Line;
import dev.callsheet.simulate.figures.Sample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The provider's slots of one model. Who gets a free one is the engine's own {@link FairShare}; each take is told the
 * engine's own {@link Forecasts} when it joins the line.
 */
final class Theatre {
    /** Of the normal distribution: 95 and 99 of 100 lie below. */
    private static final double Z95 = 1.645;

    private static final double Z99 = 2.326;
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final String name;
    private final Law law;
    private final int slots;
    private final Agenda agenda;
    private final RandomGenerator random;
    private final Meter meter;
    private final double from;
    private final Durations.Spread spread;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Sample> waits = new LinkedHashMap<>();
    private double clock;
    private int busy;
    private long number;
    private long told;
    private long late;

    Theatre(
            String name,
            Plan.Family plan,
            List<Plan.Tenant> tenants,
            Agenda agenda,
            RandomGenerator random,
            double from) {
        this.name = name;
        this.law = new Law(plan.seconds(), plan.spread());
        this.slots = plan.slots();
        this.agenda = agenda;
        this.random = random;
        this.from = from;
        this.meter = new Meter(agenda, from);
        this.spread = new Durations.Spread(
                1000,
                seconds(law.quantile(0)),
                seconds(law.quantile(Z95)),
                seconds(law.quantile(Z99)),
                seconds(law.mean()));
        for (Plan.Tenant tenant : tenants) {
            accounts.put(tenant.name(), new Account(tenant));
            waits.put(tenant.name(), new Sample());
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** @param then what happens when the render has ended */
    void enter(String tenant, Runnable then) {
        meter.arrived();
        double latest = agenda.now() + forecast(tenant) / 1000.0;
        accounts.get(tenant).join(new Account.Waiting(new TakeId(new UUID(0, number++)), agenda.now(), latest, then));
        serve();
    }

    /** Milliseconds after which it should have ended in 95 of 100 cases. */
    private long forecast(String tenant) {
        Account own = accounts.get(tenant);
        List<Forecasts.Rival> rivals = accounts.values().stream()
                .filter(account -> account != own)
                .map(account -> new Forecasts.Rival(account.length(), account.weight()))
                .toList();
        int place = Forecasts.place(own.length(), own.weight(), rivals);
        return Forecasts.waiting(place, slots, slots - busy, spread, BEAT, Duration.ZERO)
                .latestMs();
    }

    private void serve() {
        while (busy < slots) {
            List<Line> lines = accounts.values().stream()
                    .filter(account -> account.length() > 0)
                    .map(Account::line)
                    .toList();
            if (lines.isEmpty()) {
                return;
            }
            FairShare.Service service = FairShare.serve(lines, clock, 1);
            clock = service.clock();
            TakeId next = service.served().getFirst();
            Line after = service.lines().stream()
                    .filter(line -> line.waiting().values().iterator().next().contains(next))
                    .findFirst()
                    .orElseThrow();
            String tenant = after.tenant().value();
            render(tenant, accounts.get(tenant).serve(after));
        }
    }

    private void render(String tenant, Account.Waiting take) {
        busy++;
        meter.begun(take.arrivedAt());
        if (take.arrivedAt() >= from) {
            waits.get(tenant).add(agenda.now() - take.arrivedAt());
        }
        agenda.in(law.draw(random), () -> {
            busy--;
            meter.left(take.arrivedAt());
            if (take.arrivedAt() >= from) {
                told++;
                late += agenda.now() > take.latestAt() ? 1 : 0;
            }
            take.then().run();
            serve();
        });
    }

    Room room() {
        return meter.room(name, slots, law);
    }

    /** Seconds in line by tenant. */
    Map<String, Sample> waits() {
        return Map.copyOf(waits);
    }

    /** Share of the takes that ended later than the forecast's latest, from 0 to 1. */
    double late() {
        return told == 0 ? 0 : (double) late / told;
    }
}
