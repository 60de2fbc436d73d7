package dev.callsheet.bench.machine;

import java.lang.management.ManagementFactory;

/**
 * Where and under which neighbours a run took place.
 *
 * @param load the load average of the last minute
 */
public record Machine(int cores, double load, String java, String system) {
    public static Machine now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                Math.round(system.getSystemLoadAverage() * 100) / 100.0,
                Runtime.version().toString(),
                system.getName() + " " + system.getArch());
    }
}
