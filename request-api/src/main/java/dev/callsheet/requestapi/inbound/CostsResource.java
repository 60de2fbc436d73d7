package dev.callsheet.requestapi.inbound;

import dev.callsheet.contracts.Problem;
import dev.callsheet.requestapi.domain.Ledger;
import dev.callsheet.requestapi.outbound.Costs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's requests cost, by campaign and day: as the facts tell it. The worker's ledger is the truth, this is its
 * projection, some seconds behind.
 */
@Path("/v1/costs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CostsResource {
    /** Before there was anything. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Caller caller;
    private final Costs costs;

    CostsResource(Caller caller, Costs costs) {
        this.caller = caller;
        this.costs = costs;
    }

    /** @param campaigns those with a name first; the last one may have none */
    record CostsView(Sum total, List<Campaign> campaigns) {}

    record Sum(int requests, int completed, Ledger money) {
        static Sum of(List<Costs.Day> days) {
            return new Sum(
                    days.stream().mapToInt(Costs.Day::requests).sum(),
                    days.stream().mapToInt(Costs.Day::completed).sum(),
                    days.stream().map(Costs.Day::ledger).reduce(Ledger.EMPTY, Ledger::plus));
        }
    }

    /** @param campaign absent for requests without one */
    record Campaign(@Nullable String campaign, Sum total, List<OneDay> days) {}

    record OneDay(LocalDate day, int requests, int completed, Ledger money) {}

    /** @param from,to RFC 3339 or a day of UTC, by when requests were made; to is not included */
    @GET
    public CostsView costs(
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        List<Costs.Day> days = costs.of(caller.tenant(), campaign, moment("from", from, FIRST), moment("to", to, LAST));
        List<Campaign> campaigns = new ArrayList<>();
        for (int begin = 0; begin < days.size(); ) {
            String name = days.get(begin).campaign();
            Predicate<Costs.Day> same = day -> name == null ? day.campaign() == null : name.equals(day.campaign());
            List<Costs.Day> its =
                    days.subList(begin, days.size()).stream().takeWhile(same).toList();
            campaigns.add(new Campaign(
                    name,
                    Sum.of(its),
                    its.stream()
                            .map(day -> new OneDay(day.day(), day.requests(), day.completed(), day.ledger()))
                            .toList()));
            begin += its.size();
        }
        return new CostsView(Sum.of(days), campaigns);
    }

    private static Instant moment(String field, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.of(
                    400,
                    "costs.time",
                    "Not a time",
                    "query " + field + ": found '" + text + "'; allowed are RFC 3339, as 2026-11-22T10:00:00Z, and a"
                            + " day, as 2026-11-22"));
        }
    }
}
