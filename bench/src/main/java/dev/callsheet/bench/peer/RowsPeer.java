package dev.callsheet.bench.peer;

import dev.callsheet.bench.load.Closed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Updates of narrow rows and nothing else: what the database can do from this language, row by row or in batches. */
public final class RowsPeer {
    private static final String UPDATE = """
            update bench_rows b set state = b.state + 1, at = now() from unnest(?::int[]) n(id) where b.id = n.id
            """;
    private static final String UPDATE_ONE = "update bench_rows set state = state + 1, at = now() where id = ?";

    private RowsPeer() {}

    /**
     * Runs for the given time and writes what it saw; a row counts as one.
     *
     * @param arguments address of the tables, rows there, connections, rows in a transaction, seconds not counted,
     *     seconds counted, file for the result
     */
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[1]);
        int connections = Integer.parseInt(arguments[2]);
        int batch = Integer.parseInt(arguments[3]);
        var loop = new Loop(Pool.open(arguments[0], connections), rows / connections, batch);
        for (int i = 0; i < connections; i++) {
            int number = i;
            Thread.ofPlatform().daemon().start(() -> loop.run(number));
        }
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[4])));
        long cpu = Cpu.micros();
        long from = loop.written.get();
        long start = System.nanoTime();
        loop.counting = true;
        Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[5])));
        loop.counting = false;
        long nanos = System.nanoTime() - start;
        Notes.write(
                Path.of(arguments[6]), Closed.of(loop.written.get() - from, nanos, Cpu.micros() - cpu, loop.histogram));
        System.exit(0);
    }

    private static final class Loop {
        private final DataSource tables;
        private final int share;
        private final int batch;
        private final AtomicLong written = new AtomicLong();
        private final Histogram histogram = new ConcurrentHistogram(Closed.LONGEST_NANOS, 3);
        private volatile boolean counting;

        /** @param share rows of each connection, its own: nobody waits for a row */
        Loop(DataSource tables, int share, int batch) {
            this.tables = tables;
            this.share = share;
            this.batch = batch;
        }

        void run(int number) {
            try (Connection connection = tables.getConnection();
                    PreparedStatement update = connection.prepareStatement(batch == 1 ? UPDATE_ONE : UPDATE)) {
                while (true) {
                    int first = number * share + ThreadLocalRandom.current().nextInt(Math.max(1, share - batch));
                    if (batch == 1) {
                        update.setInt(1, first);
                    } else {
                        Integer[] ids = new Integer[batch];
                        java.util.Arrays.setAll(ids, i -> first + i);
                        update.setArray(1, connection.createArrayOf("int4", ids));
                    }
                    long start = System.nanoTime();
                    written.addAndGet(update.executeUpdate());
                    if (counting) {
                        histogram.recordValue(Math.min(System.nanoTime() - start, Closed.LONGEST_NANOS));
                    }
                }
            } catch (Exception e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
