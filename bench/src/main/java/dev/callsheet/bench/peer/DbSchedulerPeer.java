package dev.callsheet.bench.peer;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The same three steps as a task of db-scheduler that is put off twice, with what it knows, and then removed. */
public final class DbSchedulerPeer {
    private static final int THREADS = 16;
    private static final String DONE = "done";

    private DbSchedulerPeer() {}

    /** Runs until it is ended. @param arguments address of the tables, file for the count of executions */
    public static void main(String[] arguments) throws SQLException, InterruptedException, ExecutionException {
        var executions = new AtomicLong();
        CustomTask<String> render = Tasks.custom("render", String.class).execute((instance, _) -> {
            executions.incrementAndGet();
            String next = step(instance.getData());
            return next.equals(DONE)
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (complete, operations) -> operations.reschedule(complete, Instant.now(), next);
        });
        new SchedulerBuilder(Pool.open(arguments[0], THREADS + 4), List.of(render))
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(50))
                .pollUsingLockAndFetch(0.5, 4.0)
                .build()
                .start();
        Path file = Path.of(arguments[1]);
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> note(file, executions.get()), 0, 200, TimeUnit.MILLISECONDS)
                    .get();
        }
    }

    /** Submitted, found running, found done: a provider that costs nothing. */
    private static String step(@Nullable String known) {
        if (known == null) {
            return "submitted as job-1";
        }
        return known.startsWith("submitted") ? "running as job-1" : DONE;
    }

    private static void note(Path file, long executions) {
        try {
            Notes.write(file, Map.of("executions", executions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
