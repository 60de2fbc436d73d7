package dev.callsheet.chaos.machine;

import dev.callsheet.chaos.plan.Strike;
import dev.callsheet.stack.StackFailure;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** One part and all that befalls it, one thing at a time. */
public final class Seat {
    private static final int AS_BY_SIGKILL = 137;
    private static final int STARTS = 20;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(500);
    private static final Duration ORDERLY_END = Duration.ofSeconds(30);

    private final Part part;
    private final String kind;
    private final Tally tally;
    private final Rest rest;
    private final ReentrantLock busy = new ReentrantLock();
    private volatile Duration exit = Duration.ZERO;

    /**
     * @param kind the part's name in the plan, as {@code worker} for {@code worker-2}
     * @param rest how to wait; ends all waits when the run does
     */
    public Seat(Part part, String kind, Tally tally, Rest rest) {
        this.part = part;
        this.kind = kind;
        this.tally = tally;
        this.rest = rest;
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return part.name();
    }

    /** From the last signal that was to end it until it had. */
    public Duration exit() {
        return exit;
    }

    /** Starts it for the first time. */
    public void open() {
        busy.lock();
        try {
            part.start();
        } finally {
            busy.unlock();
        }
    }

    /** Strikes it and sees it come back; nothing if something else is being done to it. */
    public void strike(Strike.How how, Duration away) {
        if (!busy.tryLock()) {
            return;
        }
        try {
            ProcessHandle process = part.process().orElse(null);
            if (process == null || !process.isAlive()) {
                return;
            }
            switch (how) {
                case STOP -> {
                    tally.count(kind, "stopped");
                    pause(process, away);
                    return;
                }
                case KILL -> {
                    tally.count(kind, Tally.KILLED);
                    process.destroyForcibly();
                }
                case QUIT -> {
                    tally.count(kind, Tally.KILLED + " by SIGQUIT");
                    Signals.send(process, Signals.QUIT);
                }
                case TERMINATE -> {
                    tally.count(kind, "terminated");
                    process.destroy();
                }
            }
            awaitEnd(process);
            rest.pause(away);
            startAgain();
        } finally {
            busy.unlock();
        }
    }

    /** Starts it again if it has died by itself, wakes it after the pause if it has stopped itself. */
    public void tend(Duration pause) {
        if (!busy.tryLock()) {
            return;
        }
        try {
            ProcessHandle process = part.process().orElse(null);
            if (process == null) {
                return;
            }
            if (!process.isAlive()) {
                int code = part.exitCode().orElse(AS_BY_SIGKILL);
                String how = code == AS_BY_SIGKILL ? " at a fault point" : " by itself, code " + code;
                tally.count(kind, Tally.KILLED + how);
                startAgain();
            } else if (Signals.isStopped(process)) {
                tally.count(kind, "stopped at a fault point");
                pause(process, pause);
            }
        } finally {
            busy.unlock();
        }
    }

    /** Waits for the end of what is being done to it; starts it if it does not run. */
    public void settle() {
        busy.lock();
        try {
            if (part.process().filter(ProcessHandle::isAlive).isEmpty()) {
                startAgain();
            }
        } finally {
            busy.unlock();
        }
    }

    /** Ends it in order, whatever state it is in; kills it if it does not. */
    public void close() {
        busy.lock();
        try {
            part.process().filter(ProcessHandle::isAlive).ifPresent(process -> {
                Signals.send(process, Signals.CONTINUE);
                process.destroy();
                awaitEnd(process);
            });
            part.clear();
        } finally {
            busy.unlock();
        }
    }

    private void pause(ProcessHandle process, Duration away) {
        Signals.send(process, Signals.STOP);
        rest.pause(away);
        Signals.send(process, Signals.CONTINUE);
    }

    private void awaitEnd(ProcessHandle process) {
        long told = System.nanoTime();
        try {
            process.onExit().get(ORDERLY_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
        exit = Duration.ofNanos(System.nanoTime() - told);
    }

    /** A port or a lock may be held for a moment longer than its process; a worker may die while it starts. */
    private void startAgain() {
        part.clear();
        for (int i = 1; ; i++) {
            try {
                part.start();
                return;
            } catch (StackFailure e) {
                if (i == STARTS) {
                    throw e;
                }
                tally.count(kind, "not started at once");
                part.process().ifPresent(ProcessHandle::destroyForcibly);
                part.clear();
                rest.shortly(BETWEEN_STARTS);
            }
        }
    }
}
