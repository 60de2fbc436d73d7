package dev.callsheet.render.inbound;

import dev.callsheet.contracts.TakeId;
import dev.callsheet.render.FaultPoint;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** A worker that dies or freezes by chance at the steps of its takes; only where the configuration asks for it. */
final class SelfInflicted implements FaultPoint {
    private static final Logger LOG = Logger.getLogger(SelfInflicted.class);
    private static final int AS_BY_SIGKILL = 137;

    private final double kill;
    private final double stop;
    private final Set<String> only;

    private SelfInflicted(double kill, double stop, Set<String> only) {
        this.kill = kill;
        this.stop = stop;
        this.only = only;
    }

    /** The configured faults; none at all if none is likely. */
    static FaultPoint of(RenderConfig.FaultPoints config) {
        return config.kill() <= 0 && config.stop() <= 0
                ? FaultPoint.NONE
                : new SelfInflicted(config.kill(), config.stop(), config.only().orElse(Set.of()));
    }

    @Override
    public void reached(Step step, TakeId take) {
        String name = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!only.isEmpty() && !only.contains(name)) {
            return;
        }
        double chance = ThreadLocalRandom.current().nextDouble();
        if (chance < kill) {
            LOG.warnf("take %s: killed %s, as configured", take, name);
            Runtime.getRuntime().halt(AS_BY_SIGKILL);
        } else if (chance < kill + stop) {
            LOG.warnf("take %s: stopped %s, as configured", take, name);
            freeze();
        }
    }

    private static void freeze() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.warnf("the process cannot stop itself: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
