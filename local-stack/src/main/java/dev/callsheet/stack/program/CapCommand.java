package dev.callsheet.stack.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callsheet.contracts.TenantId;
import dev.callsheet.stack.door.HistoryLine;
import dev.callsheet.stack.operators.Workers;
import dev.callsheet.stack.supervisor.Place;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "cap",
        description = {
            "Sets how much a tenant or a campaign may spend; what would exceed it is refused before it is paid.",
            "Each worker keeps purses of its own: without --route the cap holds at each of them, not over all."
        },
        mixinStandardHelpOptions = true)
final class CapCommand extends OperatorCommand {
    private static final int MICRO_DIGITS = 6;

    @Option(names = "--tenant", required = true)
    private @Nullable TenantId tenant;

    @Option(names = "--campaign", description = "only for this campaign of the tenant's")
    private @Nullable String campaign;

    @Option(names = "--route", description = "i2v or r2v; without it, at both workers")
    private @Nullable String route;

    @ArgGroup(multiplicity = "1")
    private Limit limit = new Limit();

    static final class Limit {
        @Option(names = "--usd", description = "as 12.50", required = true)
        private @Nullable BigDecimal usd;

        @Option(names = "--none", description = "lifts the cap", required = true)
        private boolean none;
    }

    @Override
    int call(Workers workers, PrintWriter out) {
        var query = query("campaign", campaign);
        String path = "/v1/caps/" + Objects.requireNonNull(tenant);
        for (Place worker : at(route)) {
            JsonNode answer = limit.usd == null
                    ? workers.delete(worker, path, query).orThrow(worker.label())
                    : workers.put(worker, path, query, Map.of("limitMicros", micros(limit.usd)));
            answer.path("lines").forEach(line -> out.println(line(worker, line)));
        }
        return 0;
    }

    private long micros(BigDecimal usd) {
        try {
            return usd.movePointRight(MICRO_DIGITS).longValueExact();
        } catch (ArithmeticException e) {
            throw new ParameterException(
                    spec().commandLine(), "--usd: found " + usd + "; a millionth of a dollar is the smallest part");
        }
    }

    private static String line(Place worker, JsonNode line) {
        String whose = line.path("tenant").asText()
                + (line.has("campaign") ? ", campaign " + line.path("campaign").asText() : "");
        return worker.label() + ": " + whose + ": "
                + (line.has("capMicros")
                        ? "cap " + HistoryLine.dollars(line.path("capMicros").asLong()) + ", left "
                                + HistoryLine.dollars(line.path("leftMicros").asLong())
                        : "no cap");
    }
}
