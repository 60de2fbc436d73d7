package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Members that need nothing of each other.
 *
 * @param atOnce how many may start side by side: more than there are processors only makes each start longer
 */
record Stage(List<Member> members, int atOnce) {
    Stage {
        members = List.copyOf(members);
    }

    /** Does the work for each member, {@code atOnce} at a time; waits for all, then throws the first failure. */
    void start(Consumer<Member> work) {
        run(work, atOnce);
    }

    /** Ends all members side by side. */
    void stop(Consumer<Member> work) {
        run(work, Math.max(1, members.size()));
    }

    private void run(Consumer<Member> work, int threads) {
        List<StackFailure> failures = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<CompletableFuture<Void>> all = members.stream()
                    .map(member -> CompletableFuture.runAsync(() -> work.accept(member), executor))
                    .toList();
            for (CompletableFuture<Void> one : all) {
                try {
                    one.join();
                } catch (CompletionException e) {
                    failures.add(new StackFailure(e.getCause().getMessage(), e.getCause()));
                    // Those that run are interrupted; those that wait for their turn would never be told.
                    executor.shutdownNow();
                    all.forEach(other -> other.cancel(false));
                } catch (CancellationException e) {
                    // One of the others has failed.
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
