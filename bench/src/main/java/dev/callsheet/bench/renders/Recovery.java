package dev.callsheet.bench.renders;

import dev.callsheet.bench.machine.Program;
import dev.callsheet.bench.machine.Programs;
import dev.callsheet.bench.peer.QueueStub;
import dev.callsheet.bench.report.Figures;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Two workers on the same tables; the one that holds all takes dies without a word, the other has to take them over. */
final class Recovery {
    static final String LABEL = "takes of a killed worker";
    static final String MAX = "gap max / lease";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 1_000;
    private static final int OWN = 50;

    private final Programs programs;
    private final Database database;
    private final Certificate certificate;
    private final Size size;
    private final Figures figures;

    Recovery(Programs programs, Database database, Certificate certificate, Size size, Figures figures) {
        this.programs = programs;
        this.database = database;
        this.certificate = certificate;
        this.size = size;
        this.figures = figures;
    }

    /** The other has some of its own, so that it is warm, as it would be in service. */
    void run(int round) throws InterruptedException {
        String victim = "victim-" + round;
        String heir = "heir-" + round;
        int all = size.orphans() + OWN;
        try (Tables tables = Tables.create(database, "recovery").migrated();
                Provider provider = Provider.start(programs, certificate, "provider-of-" + victim, all)) {
            Seeds.rendering(tables, all, 0);
            tables.execute("update takes set next_at = now() + interval '1 hour'"
                    + " where substr(provider_id, 5)::int >= " + size.orphans());
            var workers = new Workers(programs, certificate, tables, provider, POLL_MILLIS, size.leaseMillis());
            try (Program first = workers.start(victim, size.orphans())) {
                Wait.until(
                        "a look at each", LIMIT, first, () -> provider.account().seen() == size.orphans());
                tables.execute("update takes set next_at = now() where owner is null");
                try (Program second = workers.start(heir, all)) {
                    Wait.until(
                            "a look at its own",
                            LIMIT,
                            second,
                            () -> provider.account().seen() == all);
                    // No moment of the victim's beat is better than another.
                    Thread.sleep(
                            size.leaseMillis() + ThreadLocalRandom.current().nextLong(size.leaseMillis() / 3));
                    kill(first, provider, tables, heir, second);
                }
            }
        }
    }

    private void kill(Program first, Provider provider, Tables tables, String heir, Program second)
            throws InterruptedException {
        long death = System.currentTimeMillis();
        first.kill();
        provider.died(death, size.orphans());
        String owned = "select count(*) from takes where owner = '" + heir + "'";
        Wait.until("taking them over", LIMIT, second, () -> tables.number(owned) == size.orphans() + OWN);
        figures.add(LABEL, "taken over after s", (System.currentTimeMillis() - death) / 1e3);
        Wait.until(
                "a look at each after the kill",
                LIMIT,
                second,
                () -> provider.account().revived() == size.orphans());
        add(provider.account().gaps());
    }

    private void add(QueueStub.Spread gaps) {
        figures.add(LABEL, "gap p50 s", gaps.p50() / 1e3);
        figures.add(LABEL, "gap p99 s", gaps.p99() / 1e3);
        figures.add(LABEL, "gap max s", gaps.max() / 1e3);
        figures.add(LABEL, MAX, gaps.max() / size.leaseMillis());
    }
}
