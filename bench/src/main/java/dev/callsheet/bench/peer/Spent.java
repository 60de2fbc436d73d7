package dev.callsheet.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Time that something took, in seconds.
 *
 * @param wall by the clock
 * @param thread processor time of the calling thread
 * @param process processor time of all of our threads: the collector's and the compiler's too
 * @param children processor time of child processes that have ended; the kernel tells it in steps of 10 ms
 */
public record Spent(double wall, double thread, double process, double children) {
    public static final Spent NOTHING = new Spent(0, 0, 0, 0);
    private static final double NANOS = 1e9;
    /** Of proc(5): the kernel's USER_HZ, the same on every architecture that a JVM runs on. */
    private static final double TICKS = 100;

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static Spent on(Work work) throws Exception {
        Spent before = now();
        work.run();
        Spent after = now();
        return new Spent(
                after.wall - before.wall,
                after.thread - before.thread,
                after.process - before.process,
                after.children - before.children);
    }

    /** Of the work itself: the calling thread and the children. */
    public double cpu() {
        return thread + children;
    }

    /** Of everything that the machine had to do for it. */
    public double whole() {
        return process + children;
    }

    public Spent plus(Spent other) {
        return new Spent(wall + other.wall, thread + other.thread, process + other.process, children + other.children);
    }

    /** One of as many equal parts. */
    Spent over(int parts) {
        return new Spent(wall / parts, thread / parts, process / parts, children / parts);
    }

    private static Spent now() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Spent(
                System.nanoTime() / NANOS,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS,
                system.getProcessCpuTime() / NANOS,
                ofChildren());
    }

    /** User and system time of the children that were waited for; 0 where there is no proc(5). */
    private static double ofChildren() {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        try {
            return childTicks(Files.readString(stat)) / TICKS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields 16 and 17 of proc(5) stat; the second, the program's name, may hold blanks and brackets. */
    static long childTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }
}
