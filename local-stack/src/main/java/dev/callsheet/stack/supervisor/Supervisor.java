package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.FreePorts;
import dev.callsheet.stack.Launcher;
import dev.callsheet.stack.StackFailure;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Starts the members stage by stage, starts again what dies, ends everything in the opposite order. One at a time for
 * a state folder, by its lock.
 */
public final class Supervisor implements AutoCloseable {
    private final House house;
    private final Consumer<String> progress;
    private final Roster roster;
    private final FileLock lock;
    private final Map<Place, Member.Running> running = new ConcurrentHashMap<>();
    private final Backoff backoff = new Backoff();
    private final ScheduledExecutorService restarts = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("restarts").factory());
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::close, "end-of-stack");

    private Supervisor(House house, FileLock lock, Consumer<String> progress) {
        this.house = house;
        this.lock = lock;
        this.progress = progress;
        this.roster = new Roster(house.folder(), house.ports());
    }

    /**
     * Cleans up after a killed predecessor and starts the house; returns when all of it is ready.
     *
     * @param progress told in words what happens
     * @throws StackFailure if something cannot be started; then nothing of it runs any more
     */
    public static Supervisor start(House house, Consumer<String> progress) {
        FileLock lock = house.folder()
                .lock()
                .orElseThrow(() -> new StackFailure(
                        "a stack runs already in " + house.folder().root()));
        var supervisor = new Supervisor(house, lock, progress);
        try {
            new Leftovers(house.folder())
                    .end()
                    .forEach(name -> progress.accept("ended what an earlier run left: " + name));
            house.folder().dropLargeLogs();
            house.ports().requireFree(FreePorts::isFree);
            Runtime.getRuntime().addShutdownHook(supervisor.hook);
            supervisor.startAll();
            return supervisor;
        } catch (RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    /** Waits until the stack is ended. */
    public void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends everything; a second call waits for the first. */
    @Override
    public void close() {
        if (!ending.compareAndSet(false, true)) {
            awaitEnd();
            return;
        }
        restarts.shutdownNow();
        roster.phase(StackRecord.Phase.ENDING);
        house.stages().reversed().forEach(stage -> stage.stop(this::stop));
        house.close();
        // What was just being started when the end came.
        new Leftovers(house.folder()).end();
        StateFolder.release(lock);
        ended.countDown();
        removeHook();
    }

    private void startAll() {
        roster.phase(StackRecord.Phase.STARTING);
        house.open();
        house.stages().forEach(stage -> stage.start(this::start));
        roster.phase(StackRecord.Phase.READY);
    }

    private void start(Member member) {
        String name = member.place().label();
        progress.accept("  %-24s starting".formatted(name));
        Instant begin = Instant.now();
        Member.Running started = member.start(Launcher.telling(process -> roster.born(name, process)));
        if (!roster.knows(name, started.process())) {
            roster.born(name, started.process());
        }
        Duration took = Duration.between(begin, Instant.now());
        roster.ready(name, took);
        running.put(member.place(), started);
        progress.accept("  %-24s ready after %4.1f s".formatted(name, took.toMillis() / 1000.0));
        started.process().onExit().thenRun(() -> died(member, started, Duration.between(begin, Instant.now())));
    }

    private void stop(Member member) {
        Member.Running process = running.remove(member.place());
        if (process != null) {
            process.stop();
        }
    }

    private void died(Member member, Member.Running dead, Duration lived) {
        if (!ending.get() && running.remove(member.place(), dead)) {
            Duration pause = backoff.next(member.place(), lived);
            progress.accept(member.place().label() + " ended; starting it again in " + pause.toSeconds() + " s");
            dead.stop();
            restartIn(pause, member);
        }
    }

    private void again(Member member) {
        try {
            start(member);
        } catch (StackFailure e) {
            if (!ending.get()) {
                progress.accept(e.getMessage());
                restartIn(backoff.next(member.place(), Duration.ZERO), member);
            }
        }
    }

    private void restartIn(Duration pause, Member member) {
        restarts.schedule(() -> again(member), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is what runs us.
        }
    }
}
