package dev.callsheet.bench.report;

import dev.callsheet.bench.machine.Machine;
import java.util.List;
import java.util.Map;

/**
 * All that a run has to say.
 *
 * @param valid whether everything that was sent was received, once; without that no figure counts
 * @param faults what was lost or came twice
 * @param figures spreads by contender and figure; the figure's name carries its unit
 */
public record Report(
        String bench,
        boolean brief,
        int rounds,
        Map<String, Object> setting,
        Machine before,
        Machine after,
        boolean valid,
        List<String> faults,
        List<Ratio> ratios,
        Map<String, Map<String, Spread>> figures) {}
