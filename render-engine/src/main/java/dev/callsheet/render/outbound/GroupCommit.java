package dev.callsheet.render.outbound;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Many small changes as few transactions: what is brought while one transaction runs goes together into the next, so
 * that the load itself sets the size. If a group fails, each of its changes is tried alone. Thread-safe.
 *
 * @param <I> a change
 * @param <O> what came of it
 */
final class GroupCommit<I, O> {
    private static final int MOST = 256;

    private final Writer<I, O> writer;
    private final ConcurrentLinkedQueue<Waiting<I, O>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock(true);

    GroupCommit(Writer<I, O> writer) {
        this.writer = writer;
    }

    /** Stores a group as one transaction, or nothing of it. */
    @FunctionalInterface
    interface Writer<I, O> {
        /** @return what came of each, in their order */
        List<O> write(List<I> items) throws SQLException;
    }

    private static final class Waiting<I, O> {
        private final I item;
        private @Nullable O result;
        private @Nullable Exception failure;
        private boolean done;

        Waiting(I item) {
            this.item = item;
        }
    }

    /** Stores one change; returns once it is committed. @throws SQLException if just this one could not be stored */
    O commit(I item) throws SQLException {
        Waiting<I, O> mine = new Waiting<>(item);
        queue.add(mine);
        lock.lock();
        try {
            while (!mine.done) {
                write();
            }
        } finally {
            lock.unlock();
        }
        return switch (mine.failure) {
            case null -> java.util.Objects.requireNonNull(mine.result);
            case SQLException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        };
    }

    /** How many changes wait for the next group. */
    int waiting() {
        return queue.size();
    }

    private void write() {
        List<Waiting<I, O>> group = new ArrayList<>();
        for (Waiting<I, O> next = queue.poll(); next != null; next = queue.poll()) {
            group.add(next);
            if (group.size() == MOST) {
                break;
            }
        }
        try {
            write(group);
        } catch (SQLException | RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().failure = e;
            } else {
                group.forEach(this::alone);
            }
        } catch (Error e) {
            // Nobody may wait for ever: each learns that nothing is known of its change.
            group.forEach(waiting -> waiting.failure = new IllegalStateException(e));
            throw e;
        } finally {
            group.forEach(waiting -> waiting.done = true);
        }
    }

    private void alone(Waiting<I, O> waiting) {
        try {
            write(List.of(waiting));
        } catch (SQLException | RuntimeException e) {
            waiting.failure = e;
        }
    }

    private void write(List<Waiting<I, O>> group) throws SQLException {
        List<O> results =
                writer.write(group.stream().map(waiting -> waiting.item).toList());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).result = results.get(i);
        }
    }
}
