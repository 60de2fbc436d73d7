package dev.callsheet.chaos.plan;

import java.util.List;

/**
 * What is asked for. Shares are 0 to 1.
 *
 * @param perSecond how many requests are sent in a second; what the line cannot take waits in it
 * @param seconds wanted lengths of clips, one of them for each request
 * @param repeatAfterSeconds longest time between the two deliveries of each work record
 * @param stored share of first frames that lie in our store; the others are public addresses
 * @param cancelled share of requests that are cancelled
 * @param cancelWithinSeconds longest time between a request and its cancel; it may also come before
 * @param budget share of requests with a budget that is enough
 * @param poor share of requests with a budget that is not
 */
public record Load(
        double perSecond,
        List<Tenant> tenants,
        List<Integer> seconds,
        double repeatAfterSeconds,
        double stored,
        double cancelled,
        double cancelWithinSeconds,
        double budget,
        double poor,
        Deadlines deadlines) {
    public Load {
        tenants = List.copyOf(tenants);
        seconds = List.copyOf(seconds);
        if (tenants.isEmpty() || seconds.isEmpty() || perSecond <= 0) {
            throw new PlanUnreadable("load: found no tenants, no seconds or no rate; all three are needed");
        }
    }

    /** @param share of all requests, as a weight against the other tenants' */
    public record Tenant(String name, double share, List<String> campaigns) {
        public Tenant {
            campaigns = List.copyOf(campaigns);
        }
    }

    /** @param within from and to, seconds from the request on */
    public record Deadlines(double share, List<Double> within, double hard) {
        public Deadlines {
            within = List.copyOf(within);
        }
    }
}
